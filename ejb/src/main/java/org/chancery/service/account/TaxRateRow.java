package org.chancery.service.account;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tax rate in the table that operators keep.
 *
 * @param rate percent, three decimals
 * @param until the last day on which it holds, or null while no later rate of the country replaces it
 * @param before the percentage that would hold instead if this one were removed, or null for none
 * @param state how it stands today
 */
public record TaxRateRow(
        String country,
        BigDecimal rate,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable BigDecimal before,
        State state)
        implements Serializable {

    /** Where today lies. */
    public enum State {
        PAST,
        IN_FORCE,
        FUTURE
    }
}
