package org.chancery.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rate of one country from a day on, until a later one replaces it.
 *
 * @param rate percent, 0 to 100, always with three decimals: 19.000
 */
@Embeddable
public record TaxRate(
        @Column(name = "country", nullable = false, length = 2) String country,
        @Column(name = "rate", nullable = false, precision = 6, scale = 3) BigDecimal rate,
        @Column(name = "valid_from", nullable = false) LocalDate from)
        implements Serializable {

    private static final int DECIMALS = 3;
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException when the rate is out of bounds or has more than three decimals */
    public TaxRate {
        if (!isRate(rate)) {
            throw new IllegalArgumentException("A rate is 0 to 100 with at most " + DECIMALS + " decimals");
        }
        rate = rate.setScale(DECIMALS);
    }

    /** Bounds are checked before any arithmetic, so that 1e1000000000 costs nothing. */
    public static boolean isRate(@Nullable BigDecimal rate) {
        return rate != null
                && rate.precision() <= 9
                && rate.scale() >= -2
                && rate.scale() <= 9
                && rate.signum() >= 0
                && rate.compareTo(MOST) <= 0
                && rate.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** True when the other one is of the same country and starts on the same day: only one of them can be kept. */
    public boolean startsWith(TaxRate other) {
        return country.equals(other.country) && from.equals(other.from);
    }

    /** The percentage of a country on a day; empty when none was set by then. */
    public static Optional<BigDecimal> inForce(List<TaxRate> rates, String country, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.country().equals(country) && !rate.from().isAfter(day))
                .max(Comparator.comparing(TaxRate::from))
                .map(TaxRate::rate);
    }
}
