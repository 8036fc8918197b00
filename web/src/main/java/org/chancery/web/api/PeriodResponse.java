package org.chancery.web.api;

import java.time.Instant;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/** A half-open span of time on the wire. */
public record PeriodResponse(Instant start, Instant end) {

    public static @Nullable PeriodResponse of(@Nullable ServicePeriod period) {
        return period == null ? null : new PeriodResponse(period.start(), period.end());
    }
}
