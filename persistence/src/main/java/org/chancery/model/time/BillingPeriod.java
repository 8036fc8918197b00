package org.chancery.model.time;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How often a price is paid. */
public enum BillingPeriod {
    MONTH(1),
    YEAR(12),
    /** Paid a single time; has no service periods. */
    ONCE(0);

    private final int months;

    BillingPeriod(int months) {
        this.months = months;
    }

    /** The word of the public contract: {@code month}, {@code year}, {@code once}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BillingPeriod> ofWord(String word) {
        for (BillingPeriod period : values()) {
            if (period.word().equals(word)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    /**
     * The period with this index, counted from the anchor and never from the last end, so that 31 January gives 28
     * February and then 31 March. Months are added in UTC and clamped to the last day of the month.
     *
     * @param index 0 for the period that starts at the anchor
     * @throws IllegalStateException for {@link #ONCE}, which has no periods
     */
    public ServicePeriod nth(Instant anchor, int index) {
        if (this == ONCE) {
            throw new IllegalStateException("A one-time price has no periods");
        }
        return new ServicePeriod(boundary(anchor, index), boundary(anchor, index + 1));
    }

    private Instant boundary(Instant anchor, int index) {
        return anchor.atOffset(UTC).plusMonths((long) months * index).toInstant();
    }
}
