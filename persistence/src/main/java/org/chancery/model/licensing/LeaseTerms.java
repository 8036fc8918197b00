package org.chancery.model.licensing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a lease given now may last.
 *
 * @param length whole seconds
 * @param notAfter when the license itself ends, or null when it does not
 */
public record LeaseTerms(Duration length, @Nullable Instant notAfter) {

    /** When a lease issued at this instant ends. */
    public Instant expiryFrom(Instant issuedAt) {
        Instant full = issuedAt.plus(length);
        return notAfter != null && notAfter.isBefore(full) ? notAfter : full;
    }
}
