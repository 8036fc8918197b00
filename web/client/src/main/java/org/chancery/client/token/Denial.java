package org.chancery.client.token;

import java.time.Instant;
import org.chancery.client.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A verified refusal. Only one of these ends a lease before its time.
 *
 * @param token as it was signed
 * @param product null when the server could not know it
 * @param subject the instance's id, or the name it asked for when it has none yet
 * @param reason tells refusals of one code apart, or null
 */
public record Denial(
        String token,
        @Nullable String product,
        String subject,
        int code,
        @Nullable String reason,
        String nonce,
        Instant issuedAt) {

    static Denial of(String token, JsonObject claims) {
        return new Denial(
                token,
                claims.optionalText("aud"),
                claims.text("sub"),
                Math.toIntExact(claims.number("code")),
                claims.optionalText("reason"),
                claims.text("nonce"),
                Instant.ofEpochSecond(claims.number("iat")));
    }

    @Override
    public String toString() {
        return "Denial[code=" + code + ", reason=" + reason + "]";
    }
}
