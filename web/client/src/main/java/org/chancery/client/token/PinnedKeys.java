package org.chancery.client.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of a license server as they are shipped with the software, in the form in which the server publishes
 * them: a JWK set (RFC 7517, 8037). Only Ed25519 keys count; whatever else the set holds can't verify anything.
 */
public final class PinnedKeys implements VerifyingKeys {

    // RFC 8410: what precedes the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo.
    private static final byte[] PREFIX = Base64.getDecoder().decode("MCowBQYDK2VwAyEA");
    private static final int KEY_BYTES = 32;

    private final Map<String, Key> keys;

    private PinnedKeys(Map<String, Key> keys) {
        this.keys = keys;
    }

    /**
     * Reads a JWK set.
     *
     * @throws IllegalArgumentException when the text is no JWK set or holds no Ed25519 key
     */
    public static PinnedKeys parse(String jwkSet) {
        Map<String, Key> keys = new LinkedHashMap<>();
        try {
            for (JsonObject jwk :
                    JsonObject.parse(jwkSet.getBytes(StandardCharsets.UTF_8)).objects("keys")) {
                if ("OKP".equals(jwk.optionalText("kty")) && "Ed25519".equals(jwk.optionalText("crv"))) {
                    keys.put(jwk.text("kid"), new Ed25519Key(publicKey(jwk.text("x"))));
                }
            }
        } catch (JsonException | GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a JWK set", e);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("The JWK set holds no Ed25519 key");
        }
        return new PinnedKeys(keys);
    }

    @Override
    public @Nullable Key find(String kid) {
        return keys.get(kid);
    }

    @Override
    public boolean areKnown() {
        return true;
    }

    /** The names of the keys. */
    public Set<String> kids() {
        return Set.copyOf(keys.keySet());
    }

    private static PublicKey publicKey(String x) throws GeneralSecurityException {
        byte[] raw = Base64.getUrlDecoder().decode(x);
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("Not an Ed25519 key");
        }
        byte[] encoded = new byte[PREFIX.length + KEY_BYTES];
        System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
        System.arraycopy(raw, 0, encoded, PREFIX.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private record Ed25519Key(PublicKey key) implements Key {

        @Override
        public boolean signed(byte[] signingInput, byte[] signature) {
            try {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(signingInput);
                return check.verify(signature);
            } catch (GeneralSecurityException e) {
                return false; // not even a signature
            }
        }
    }
}
