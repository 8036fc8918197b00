package org.chancery.service.billing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.chancery.model.catalog.ProrationUnit;
import org.chancery.model.time.ServicePeriod;

/**
 * Counts what is left of a span: by the second, or by calendar days in a zone, where the day of a change counts as left.
 *
 * @param zone means nothing by the second
 */
public record PeriodMeter(ProrationUnit unit, ZoneId zone) {

    /** How long the span is; 0 for one within a day that is counted by days. */
    public long length(ServicePeriod span) {
        return between(span.start(), span.end());
    }

    /** How much of the span is left at this instant, from 0 at its end to all of it at its start and before. */
    public long left(ServicePeriod span, Instant at) {
        if (at.isBefore(span.start())) {
            return length(span);
        }
        return at.isBefore(span.end()) ? between(at, span.end()) : 0;
    }

    private long between(Instant from, Instant to) {
        return unit == ProrationUnit.SECOND
                ? ChronoUnit.SECONDS.between(from, to)
                : ChronoUnit.DAYS.between(day(from), day(to));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
