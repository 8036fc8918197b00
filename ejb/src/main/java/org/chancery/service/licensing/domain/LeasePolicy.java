package org.chancery.service.licensing.domain;

import java.time.Duration;
import java.time.Instant;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.LeaseTerms;
import org.chancery.model.licensing.License;
import org.jspecify.annotations.Nullable;

/** How long leases last and how often instances check. */
public final class LeasePolicy {

    /** The shortest lease that an instance may ask for. */
    public static final int SHORTEST_REQUEST_SECONDS = 300;

    private LeasePolicy() {}

    /**
     * The terms of a lease given now.
     *
     * @param requestedSeconds what the instance asked for, or null for the plan's length; never makes it longer
     */
    public static LeaseTerms terms(License license, @Nullable Integer requestedSeconds) {
        int seconds =
                requestedSeconds == null ? license.leaseSeconds() : Math.min(requestedSeconds, license.leaseSeconds());
        return new LeaseTerms(Duration.ofSeconds(seconds), license.validUntil());
    }

    /**
     * When to check next after an answer with this lease. A repeated lease has run for a while already, so the wait
     * counts from its issue.
     */
    public static Duration waitAfter(Lease lease, Duration checkInterval, Instant now) {
        long left = Duration.between(now, lease.issuedAt().plus(checkInterval)).toSeconds();
        return Duration.ofSeconds(Math.max(1, Math.min(left, checkInterval.toSeconds())));
    }
}
