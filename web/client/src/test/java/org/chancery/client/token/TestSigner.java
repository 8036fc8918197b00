package org.chancery.client.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.client.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A license server's signing key, and tokens under it as the server writes them. */
public final class TestSigner {

    private static final int KEY_BYTES = 32;

    private final KeyPair pair;
    private final String kid;

    public TestSigner(String kid) {
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.kid = kid;
    }

    /** The set that the server publishes. */
    public String jwkSet() {
        return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + encode(publicKey()) + "\",\"kid\":\"" + kid
                + "\",\"use\":\"sig\",\"alg\":\"Ed25519\"}]}";
    }

    public PinnedKeys pinned() {
        return PinnedKeys.parse(jwkSet());
    }

    byte[] publicKey() {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    /** A token with our header. */
    public String token(String type, Map<String, ? extends @Nullable Object> claims) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("alg", "Ed25519");
        header.put("typ", type);
        header.put("kid", kid);
        return signed(JsonWriter.write(header), JsonWriter.write(claims));
    }

    /** A token with any header. */
    public String signed(String header, String payload) {
        String input = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(payload.getBytes(StandardCharsets.UTF_8));
        return input + "." + encode(sign(input));
    }

    private byte[] sign(String input) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
