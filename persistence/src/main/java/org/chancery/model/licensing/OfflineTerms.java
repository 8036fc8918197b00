package org.chancery.model.licensing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long an offline license lasts, in whole seconds.
 *
 * @param issuedAt from when on it is good
 * @param expiresAt exclusive; null when it lasts for ever
 * @param graceSeconds how long before its end it counts as running out
 */
public record OfflineTerms(Instant issuedAt, @Nullable Instant expiresAt, long graceSeconds) {

    /** Stands for "never" where a database wants an instant. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    Instant end() {
        return expiresAt == null ? NEVER : expiresAt;
    }
}
