package org.chancery.model.licensing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a lease given now may last, and how often to check meanwhile.
 *
 * @param length whole seconds
 * @param notAfter when the license itself ends, or null when it does not
 */
public record LeaseTerms(Duration length, @Nullable Instant notAfter) {

    private static final Duration LONGEST_CHECK_INTERVAL = Duration.ofHours(1);
    private static final int CHECKS_PER_LEASE = 3;

    /** When a lease issued at this instant ends. */
    public Instant expiryFrom(Instant issuedAt) {
        Instant full = issuedAt.plus(length);
        return notAfter != null && notAfter.isBefore(full) ? notAfter : full;
    }

    /** Often enough that two lost checks do not end a lease, in whole seconds, at least one. */
    public Duration checkInterval() {
        Duration share = Duration.ofSeconds(Math.max(1, length.toSeconds() / CHECKS_PER_LEASE));
        return share.compareTo(LONGEST_CHECK_INTERVAL) < 0 ? share : LONGEST_CHECK_INTERVAL;
    }
}
