package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often something was done in the running window, which starts with its first hit. Beyond the limit nothing is
 * counted any more, so a flood writes nothing.
 */
@Embeddable
public record RateCount(
        @Column(name = "window_start", nullable = false) Instant windowStart,
        @Column(name = "hits", nullable = false) int hits)
        implements Serializable {

    /** Nothing was counted yet. */
    public static final RateCount NONE = new RateCount(Instant.EPOCH, 0);

    /** How long to wait until the window ends; empty while one more hit is within the limit. */
    public Optional<Duration> waitingTime(int limit, Duration window, Instant machineNow) {
        return isRunning(window, machineNow) && hits >= limit
                ? Optional.of(Duration.between(machineNow, windowStart.plus(window)))
                : Optional.empty();
    }

    public RateCount plusOne(Duration window, Instant machineNow) {
        return isRunning(window, machineNow) ? new RateCount(windowStart, hits + 1) : new RateCount(machineNow, 1);
    }

    /** A window that starts in the future is none: the machine's clock was set back. */
    private boolean isRunning(Duration window, Instant machineNow) {
        return !machineNow.isBefore(windowStart) && machineNow.isBefore(windowStart.plus(window));
    }
}
