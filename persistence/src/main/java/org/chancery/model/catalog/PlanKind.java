package org.chancery.model.catalog;

import java.util.Locale;
import java.util.Optional;
import org.chancery.model.time.BillingPeriod;

/** What buying a plan leads to. */
public enum PlanKind {
    /** A standing order, paid by the month or the year. */
    SUBSCRIPTION,
    /** A one-time purchase with a time of included updates. */
    PERPETUAL;

    /** The word of the public contract, such as {@code subscription}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PlanKind> ofWord(String word) {
        for (PlanKind candidate : values()) {
            if (candidate.word().equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** True for the periods in which a plan of this kind can be paid. */
    public boolean isPaidBy(BillingPeriod period) {
        return (this == PERPETUAL) == (period == BillingPeriod.ONCE);
    }
}
