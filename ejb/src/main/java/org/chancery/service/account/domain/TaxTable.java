package org.chancery.service.account.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chancery.model.account.TaxRate;
import org.chancery.service.account.TaxRateRow;
import org.jspecify.annotations.Nullable;

/** The rates of all countries as a table that says from when until when each holds. */
public final class TaxTable {

    private TaxTable() {}

    /**
     * By country, the latest rate of each first.
     *
     * @param rates in the order of country and day
     */
    public static List<TaxRateRow> of(List<TaxRate> rates, LocalDate today) {
        List<TaxRateRow> rows = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < rates.size(); i++) {
            TaxRate rate = rates.get(i);
            TaxRate before = sameCountry(rates, i - 1, rate);
            TaxRate next = sameCountry(rates, i + 1, rate);
            if (before == null) {
                begin = rows.size();
            }
            LocalDate until = next == null ? null : next.from().minusDays(1);
            rows.add(
                    begin,
                    new TaxRateRow(
                            rate.country(),
                            rate.rate(),
                            rate.from(),
                            until,
                            before == null ? null : before.rate(),
                            stateOf(rate.from(), until, today)));
        }
        return List.copyOf(rows);
    }

    private static @Nullable TaxRate sameCountry(List<TaxRate> rates, int place, TaxRate of) {
        boolean there = place >= 0 && place < rates.size();
        return there && rates.get(place).country().equals(of.country()) ? rates.get(place) : null;
    }

    private static TaxRateRow.State stateOf(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        if (from.isAfter(today)) {
            return TaxRateRow.State.FUTURE;
        }
        return until != null && until.isBefore(today) ? TaxRateRow.State.PAST : TaxRateRow.State.IN_FORCE;
    }
}
