package org.chancery.service.licensing.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.chancery.service.licensing.port.PublicJwk;

/** The keys as one node holds them in memory: one that signs, and all that verify. Immutable. */
final class KeyRing {

    private final String signingKid;
    private final Ed25519PrivateKeyParameters signingKey;
    private final Map<String, Ed25519PublicKeyParameters> verifying;
    private final Map<String, JWSHeader> headers = new ConcurrentHashMap<>();

    /** @param verifying by kid, the signing one first */
    KeyRing(String signingKid, byte[] signingKey, Map<String, byte[]> verifying) {
        this.signingKid = signingKid;
        this.signingKey = new Ed25519PrivateKeyParameters(signingKey);
        this.verifying = new LinkedHashMap<>();
        verifying.forEach((kid, key) -> this.verifying.put(kid, new Ed25519PublicKeyParameters(key)));
    }

    /**
     * As the constructor, after a look at each key: it has to be the one that its name says, and the private half the one
     * of its public half.
     *
     * @throws IllegalArgumentException when one of them is damaged
     */
    static KeyRing checked(String signingKid, byte[] signingKey, Map<String, byte[]> verifying) {
        verifying.forEach((kid, key) -> {
            if (!thumbprint(key).equals(kid)) {
                throw new IllegalArgumentException("The public key " + kid + " is damaged");
            }
        });
        KeyRing ring = new KeyRing(signingKid, signingKey, verifying);
        if (!thumbprint(ring.signingKey.generatePublicKey().getEncoded()).equals(signingKid)) {
            throw new IllegalArgumentException("The private key " + signingKid + " is another's");
        }
        return ring;
    }

    /** Of tokens of this type. */
    JWSHeader header(String type) {
        return headers.computeIfAbsent(type, own -> CompactJws.header(own, signingKid));
    }

    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer(); // not thread-safe, and cheap
        signer.init(true, signingKey);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    boolean knows(String kid) {
        return verifying.containsKey(kid);
    }

    boolean verifies(CompactJws token) {
        return Optional.ofNullable(verifying.get(token.kid()))
                .map(key -> {
                    Ed25519Signer verifier = new Ed25519Signer();
                    verifier.init(false, key);
                    verifier.update(token.signingInput(), 0, token.signingInput().length);
                    return verifier.verifySignature(token.signature());
                })
                .orElse(false);
    }

    List<PublicJwk> publicKeys() {
        return verifying.entrySet().stream()
                .map(entry -> new PublicJwk(
                        "OKP",
                        Curve.Ed25519.getName(),
                        Base64URL.encode(entry.getValue().getEncoded()).toString(),
                        entry.getKey(),
                        "sig",
                        JWSAlgorithm.Ed25519.getName()))
                .toList();
    }

    /** The JWK thumbprint of RFC 7638: the key names itself, so no two keys share a name. */
    static String thumbprint(byte[] publicKey) {
        try {
            return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(publicKey))
                    .build()
                    .computeThumbprint()
                    .toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
