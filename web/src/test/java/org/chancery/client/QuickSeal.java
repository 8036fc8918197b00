package org.chancery.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.client.json.JsonWriter;
import org.chancery.client.token.VerifyingKeys;
import org.jspecify.annotations.Nullable;

/** Stands in for Ed25519, which would take a hundred times as long: a keyed hash that only this world knows. */
final class QuickSeal implements VerifyingKeys, VerifyingKeys.Key {

    private static final String KID = "world";
    private static final byte[] KEY = "nobody else".getBytes(StandardCharsets.US_ASCII);

    String token(String type, Map<String, @Nullable Object> claims) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", "Ed25519");
        header.put("typ", type);
        header.put("kid", KID);
        String input = encode(JsonWriter.bytes(header)) + "." + encode(JsonWriter.bytes(claims));
        return input + "." + encode(seal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public @Nullable Key find(String kid) {
        return kid.equals(KID) ? this : null;
    }

    @Override
    public boolean areKnown() {
        return true;
    }

    @Override
    public boolean signed(byte[] signingInput, byte[] signature) {
        return MessageDigest.isEqual(seal(signingInput), signature);
    }

    private static byte[] seal(byte[] input) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(KEY);
            return digest.digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
