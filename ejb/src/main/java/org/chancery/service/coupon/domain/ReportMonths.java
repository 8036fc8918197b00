package org.chancery.service.coupon.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.chancery.model.account.FieldCheck;
import org.chancery.model.platform.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** The months of a report, in UTC, both included. */
public record ReportMonths(YearMonth from, YearMonth to) {

    private static final int USUAL = 12;
    private static final int MOST = 36;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    /**
     * @param from such as {@code 2026-11}; null or empty for the twelve months up to the last one
     * @param to null or empty for the present month
     * @throws InvalidRequestException when it is no month, runs backwards or is longer than three years
     */
    public static ReportMonths of(@Nullable String from, @Nullable String to, Instant now) {
        FieldCheck check = new FieldCheck();
        YearMonth last = month("to", to, YearMonth.from(now.atOffset(ZoneOffset.UTC)), check);
        YearMonth first = month("from", from, last.minusMonths(USUAL - 1L), check);
        if (first.isAfter(last)) {
            check.fault("from", "backwards", "must not be later than the last month");
        } else if (ChronoUnit.MONTHS.between(first, last) >= MOST) {
            check.fault("from", "months", "must be at most " + MOST + " months");
        }
        check.done();
        return new ReportMonths(first, last);
    }

    private static YearMonth month(String field, @Nullable String typed, YearMonth usual, FieldCheck check) {
        if (typed == null || typed.isBlank()) {
            return usual;
        }
        try {
            YearMonth month = YearMonth.parse(typed.strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException e) {
            // the fault below says what is expected
        }
        check.fault(field, "month", "must be a month such as 2026-11");
        return usual;
    }
}
