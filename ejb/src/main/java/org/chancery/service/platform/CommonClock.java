package org.chancery.service.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock that all nodes share: this machine's, corrected to the database's. Two machines whose clocks are minutes apart
 * tell the same time by it, so a code, a lease or a period that one of them began ends for the other at the same instant.
 * Corrected only when they are further apart than a tenth of a second: below that a measurement is no better than the clock.
 * So an instant that another node has just written may lie that far ahead; no rule may rest on its being past.
 */
public final class CommonClock extends Clock {

    private static final Logger LOG = LoggerFactory.getLogger(CommonClock.class);
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private final Clock machine;
    private volatile Duration correction = Duration.ZERO;

    public CommonClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(correction);
    }

    /**
     * Asks the database for its time and follows it. An answer that took longer than the tolerance says too little about
     * now, and changes nothing.
     *
     * @return false when the answer was of no use
     * @throws E when the database can't be asked; the clock goes on as before
     */
    public <E extends Exception> boolean follow(TimeSource<E> database) throws E {
        Instant asked = machine.instant();
        Instant told = database.now();
        Duration took = Duration.between(asked, machine.instant());
        if (took.isNegative() || took.compareTo(TOLERANCE) > 0) {
            return false;
        }
        Duration ahead = Duration.between(asked.plus(took.dividedBy(2)), told);
        if (ahead.minus(correction).abs().compareTo(TOLERANCE) > 0) {
            LOG.warn("clock.corrected from_ms={} to_ms={}", correction.toMillis(), ahead.toMillis());
            correction = ahead;
        }
        return true;
    }

    /** How far the common time is ahead of this machine's; negative when it is behind. */
    public Duration correction() {
        return correction;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this; // instants only; zones are chosen where something is shown
    }

    /** Whoever tells the time for all nodes. */
    @FunctionalInterface
    public interface TimeSource<E extends Exception> {
        Instant now() throws E;
    }
}
