package org.chancery.model.time;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** The half-open span [start, end) that one charge pays for. */
@Embeddable
public record ServicePeriod(@Column(name = "period_start") Instant start, @Column(name = "period_end") Instant end)
        implements Serializable {

    /** @throws IllegalArgumentException when the end does not lie after the start */
    public ServicePeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A period must end after it starts: " + start + " to " + end);
        }
    }

    public long seconds() {
        return Duration.between(start, end).toSeconds();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
