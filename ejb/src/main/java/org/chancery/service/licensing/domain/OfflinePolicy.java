package org.chancery.service.licensing.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.OfflineTerms;
import org.chancery.service.licensing.port.PaidTime;
import org.jspecify.annotations.Nullable;

/** How long an offline license may last. It can't be called back, so it never outlives what is paid by more than a lease does. */
public final class OfflinePolicy {

    /** The feature without which no file is issued. */
    public static final String FEATURE = "offline-mode";

    public static final Duration SHORTEST = Duration.ofHours(1);
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int PARTS_BEFORE_GRACE = 3;

    private OfflinePolicy() {}

    /**
     * The terms of a file signed now.
     *
     * @param wanted {@link #SHORTEST} to {@link #LONGEST}, or null for a file that never ends
     * @return empty when less than the shortest file would be left of what is paid, and for a file that never ends
     *     unless the license is paid for ever
     */
    public static Optional<OfflineTerms> terms(License license, PaidTime paid, @Nullable Duration wanted, Instant now) {
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Instant last = last(license, paid);
        if (wanted == null) {
            return paid.forEver() && last == null ? Optional.of(new OfflineTerms(issued, null, 0)) : Optional.empty();
        }
        Instant end = issued.plus(wanted);
        if (last != null && last.isBefore(end)) {
            end = last.truncatedTo(ChronoUnit.SECONDS);
        }
        Duration length = Duration.between(issued, end);
        return length.compareTo(SHORTEST) < 0
                ? Optional.empty()
                : Optional.of(new OfflineTerms(issued, end, grace(license, length)));
    }

    /** The latest end that is allowed; null when there is none. */
    private static @Nullable Instant last(License license, PaidTime paid) {
        Instant paidUntil = paid.until();
        Instant withGrace = paidUntil == null ? null : paidUntil.plusSeconds(license.leaseSeconds());
        Instant ends = license.validUntil();
        if (withGrace == null || ends == null) {
            return withGrace == null ? ends : withGrace;
        }
        return ends.isBefore(withGrace) ? ends : withGrace;
    }

    /** As long as a lease, for that is the plan's grace, but never most of a short file's life. */
    private static long grace(License license, Duration length) {
        return Math.min(license.leaseSeconds(), length.toSeconds() / PARTS_BEFORE_GRACE);
    }
}
