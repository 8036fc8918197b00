package org.chancery.service.licensing;

import java.time.Duration;
import java.time.Instant;
import org.chancery.model.licensing.InstanceState;

/** How an instance is doing, as people ask. Computed from its last check and never stored. */
public enum InstanceCondition {
    /** No check was missed. */
    ONLINE,
    /** One check was missed; the lease still holds. */
    LATE,
    /** Two checks or more were missed; the lease still holds. */
    SILENT,
    /** It runs, but the license has fewer seats by now. */
    OVER_LIMIT,
    /** The lease has ended without a word, and with it the seat. */
    LAPSED,
    /** It gave its seat back itself. */
    RELEASED,
    /** A person stopped it. */
    DEACTIVATED;

    /**
     * The rule. What it did last comes first, then whether it may still run, then how long it has been quiet: who is
     * probably gone is no longer worth counting as one too many.
     *
     * @param checkInterval how long it may take from one check to the next
     * @param leaseUntil from when on it may not run, exclusive
     * @param surplus true for one of too many instances
     */
    static InstanceCondition of(
            InstanceState state,
            Instant lastCheckAt,
            Duration checkInterval,
            Instant leaseUntil,
            boolean surplus,
            Instant now) {
        if (state == InstanceState.DEACTIVATED) {
            return DEACTIVATED;
        }
        if (state != InstanceState.ACTIVE) {
            return RELEASED;
        }
        if (!now.isBefore(leaseUntil)) {
            return LAPSED;
        }
        if (now.isAfter(lastCheckAt.plus(checkInterval.multipliedBy(2)))) {
            return SILENT;
        }
        if (surplus) {
            return OVER_LIMIT;
        }
        return now.isAfter(lastCheckAt.plus(checkInterval)) ? LATE : ONLINE;
    }

    /** True when somebody should look after it. */
    public boolean needsAttention() {
        return this == LATE || this == SILENT || this == OVER_LIMIT || this == LAPSED;
    }

    /** True while it may run. */
    public boolean runs() {
        return this == ONLINE || this == LATE || this == SILENT || this == OVER_LIMIT;
    }
}
