package org.chancery.client.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;

/**
 * A compact JWS (RFC 7515) with exactly the header that the server writes. A text that decodes to the same bytes by
 * another spelling is not one.
 */
final class CompactToken {

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final Set<String> ALGORITHMS = Set.of("Ed25519", "EdDSA");
    private static final int PARTS = 3;

    private final JsonObject header;
    private final byte[] signingInput;
    private final byte[] payload;
    private final byte[] signature;

    private CompactToken(JsonObject header, byte[] signingInput, byte[] payload, byte[] signature) {
        this.header = header;
        this.signingInput = signingInput;
        this.payload = payload;
        this.signature = signature;
    }

    /** Takes a token apart. Verifies nothing but its form. */
    static CompactToken parse(String text, int longest) throws TokenException {
        if (text.length() > longest) {
            throw new TokenException(TokenRefusal.TOO_LARGE);
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new TokenException(TokenRefusal.MALFORMED);
        }
        JsonObject header = json(decode(parts[0]));
        byte[] input = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        CompactToken token = new CompactToken(header, input, decode(parts[1]), decode(parts[2]));
        token.requireHeader();
        return token;
    }

    /** The claims, once key, signature and type are right. */
    JsonObject claims(VerifyingKeys keys, String type) throws TokenException {
        VerifyingKeys.Key key = keys.find(header.text("kid"));
        if (key == null) {
            throw new TokenException(TokenRefusal.UNKNOWN_KEY);
        }
        if (!key.signed(signingInput, signature)) {
            throw new TokenException(TokenRefusal.SIGNATURE);
        }
        if (!header.text("typ").equals(type)) {
            throw new TokenException(TokenRefusal.TYPE);
        }
        return json(payload);
    }

    private void requireHeader() throws TokenException {
        if (!header.names().equals(HEADER)) {
            throw new TokenException(TokenRefusal.HEADER);
        }
        for (String name : HEADER) {
            if (!(header.members().get(name) instanceof String)) {
                throw new TokenException(TokenRefusal.HEADER);
            }
        }
        if (!ALGORITHMS.contains(header.text("alg"))) {
            throw new TokenException(TokenRefusal.ALGORITHM);
        }
    }

    private static JsonObject json(byte[] utf8) throws TokenException {
        try {
            return JsonObject.parse(utf8);
        } catch (JsonException e) {
            throw new TokenException(TokenRefusal.MALFORMED);
        }
    }

    private static byte[] decode(String part) throws TokenException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // told below: it is malformed either way
        }
        throw new TokenException(TokenRefusal.MALFORMED);
    }
}
