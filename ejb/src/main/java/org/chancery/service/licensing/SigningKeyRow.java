package org.chancery.service.licensing;

import java.time.Instant;
import org.chancery.model.licensing.SigningKey;
import org.chancery.model.licensing.SigningKeyState;
import org.jspecify.annotations.Nullable;

/**
 * A signing key without its halves.
 *
 * @param kid the JWK thumbprint (RFC 7638) that names it in every token
 * @param signsSince null while it has not signed
 * @param retiredAt null until it was replaced
 */
public record SigningKeyRow(
        String kid,
        SigningKeyState state,
        Instant createdAt,
        @Nullable Instant signsSince,
        @Nullable Instant retiredAt) {

    static SigningKeyRow of(SigningKey key) {
        return new SigningKeyRow(key.kid(), key.state(), key.createdAt(), key.signsSince(), key.retiredAt());
    }
}
