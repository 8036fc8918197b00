package org.chancery.service.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The clock of money, quotes, licenses and leases. It follows the machine until the sandbox stops it; from then on it
 * stands still and only moves when it is set. In production nobody can stop it. It tells whole microseconds, as the
 * databases keep them, so that what is answered at once equals what is read later.
 */
public final class BusinessClock extends Clock {

    private final Clock machine;
    private final AtomicReference<@Nullable Instant> stoppedAt = new AtomicReference<>();

    public BusinessClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt.get();
        return (stopped == null ? machine.instant() : stopped).truncatedTo(ChronoUnit.MICROS);
    }

    /** Stops the clock at the instant, or moves the stopped clock there. Only the sandbox calls this. */
    public void stopAt(Instant instant) {
        stoppedAt.set(instant);
    }

    /** Moves the clock on to where another node has put it, but never back. Only the sandbox calls this. */
    public void followTo(Instant instant) {
        stoppedAt.updateAndGet(stopped -> stopped == null || stopped.isBefore(instant) ? instant : stopped);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this; // instants only; zones are chosen where something is shown
    }
}
