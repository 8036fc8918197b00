package org.chancery.service.licensing;

import java.time.Instant;
import org.chancery.model.licensing.InstanceState;

/** How an instance is doing, as people ask. Computed from its last check and never stored. */
public enum InstanceCondition {
    /** The lease holds and no check was missed. */
    ONLINE,
    /** A check was missed; the lease still holds. */
    LATE,
    /** The lease has ended without a word. */
    SILENT,
    /** It runs, but the license has fewer seats by now. */
    OVER_LIMIT,
    /** It needs no server: an offline license holds its seat. */
    OFFLINE,
    /** It gave its seat back itself. */
    RELEASED,
    /** A person stopped it. */
    DEACTIVATED;

    /**
     * @param lent true while an offline license holds the seat
     * @param surplus true for one of too many instances
     */
    static InstanceCondition of(
            InstanceState state, boolean lent, Instant leaseUntil, Instant nextCheckBy, boolean surplus, Instant now) {
        if (lent && (state != InstanceState.ACTIVE || now.isAfter(nextCheckBy))) {
            return OFFLINE;
        }
        if (state == InstanceState.DEACTIVATED) {
            return DEACTIVATED;
        }
        if (state != InstanceState.ACTIVE) {
            return RELEASED;
        }
        if (!now.isBefore(leaseUntil)) {
            return SILENT;
        }
        if (surplus) {
            return OVER_LIMIT;
        }
        return now.isAfter(nextCheckBy) ? LATE : ONLINE;
    }

    /** True when somebody should look after it. */
    public boolean needsAttention() {
        return this == LATE || this == SILENT || this == OVER_LIMIT;
    }

    /** True while it may run by a lease, so that there is something to stop. */
    public boolean runs() {
        return this == ONLINE || this == LATE || this == OVER_LIMIT;
    }
}
