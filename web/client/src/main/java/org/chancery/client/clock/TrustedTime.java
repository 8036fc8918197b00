package org.chancery.client.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chancery.client.platform.Machine;
import org.chancery.client.state.TimeMark;
import org.jspecify.annotations.Nullable;

/**
 * What time it is, as far as it matters to a lease. Known are a lower bound, which grows with the clock that nobody sets
 * and survives restarts, and two readings of the machine's clock: as it is, and corrected by what a server once said. A
 * reading before the bound is a clock that was set back, and counts for nothing. The bound alone would stand still while
 * the machine sleeps or is off.
 *
 * <p>Where both readings are possible, the clock was either set right, or it is as wrong as ever and the machine has
 * slept. In a process that a server has vouched for, the first is far more likely, and the earlier reading counts; after
 * a restart a clock is more likely as wrong as before, and the corrected reading does. A signed answer puts everything
 * right.
 */
public final class TrustedTime {

    /** Less than that is drift, not an intention. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    /** Signed instants are cut to seconds. */
    private static final Duration WHOLE_SECOND = Duration.ofSeconds(1);

    /** Whoever kills the process before it has written down the time wins nothing by doing it again and again. */
    private static final int FREE_STARTS = 3;

    private static final Duration COST_OF_A_START = Duration.ofMinutes(1);

    private final Machine machine;
    private volatile Anchor anchor;

    /**
     * @param nanos when the bound was known, by the clock that nobody sets
     * @param here whether a server vouched for it in this process
     */
    private record Anchor(
            Instant earliest, long nanos, Duration offset, boolean confirmed, boolean here, long starts) {}

    /** @param mark what the last process knew, or null */
    public TrustedTime(Machine machine, @Nullable TimeMark mark) {
        this.machine = machine;
        long nanos = machine.nanos().getAsLong();
        this.anchor = mark == null
                ? new Anchor(machine.wall().instant(), nanos, Duration.ZERO, false, false, 1)
                : started(mark, nanos);
    }

    private static Anchor started(TimeMark mark, long nanos) {
        long starts = mark.starts() + 1;
        Instant earliest =
                starts <= FREE_STARTS ? mark.earliest() : mark.earliest().plus(COST_OF_A_START);
        return new Anchor(earliest, nanos, mark.offset(), mark.confirmed(), false, starts);
    }

    /** The time by which leases end. */
    public Instant now() {
        Anchor known = anchor;
        Instant earliest = earliest(known);
        return readings(known).stream()
                .filter(reading -> isPossible(reading, earliest))
                .reduce((corrected, plain) -> known.here() ? earlier(corrected, plain) : corrected)
                .map(reading -> later(reading, earliest))
                .orElse(earliest);
    }

    /** True once a server has vouched for the time. Before that nobody knows whether a lease has ended. */
    public boolean isConfirmed() {
        return anchor.confirmed();
    }

    /** True while the machine's clock claims a time that is over already. */
    public boolean isSetBack() {
        Anchor known = anchor;
        Instant earliest = earliest(known);
        return readings(known).stream().noneMatch(reading -> isPossible(reading, earliest));
    }

    /**
     * A server vouches for the time: it signed this instant after our question was first asked. So it is that late at
     * least, and at most by as much later as has passed since.
     *
     * @param sinceAsked how long ago the question was first asked
     */
    public void confirm(Instant signed, Duration sinceAsked) {
        Anchor known = anchor;
        Instant believed = now();
        Instant latest = signed.plus(WHOLE_SECOND).plus(sinceAsked);
        boolean holds = known.confirmed() && !believed.isBefore(signed) && !believed.isAfter(latest);
        Instant now = holds ? believed : latest;
        Duration offset = Duration.between(machine.wall().instant(), now);
        anchor = new Anchor(now, machine.nanos().getAsLong(), offset, true, true, 0);
    }

    /** It is that late at least: somebody we trust signed this instant, nobody knows how long ago. */
    public void notBefore(Instant signed) {
        Anchor known = anchor;
        Instant earliest = later(earliest(known), signed);
        anchor = new Anchor(
                earliest, machine.nanos().getAsLong(), known.offset(), known.confirmed(), known.here(), known.starts());
    }

    /** What to write down. */
    public TimeMark mark() {
        Anchor known = anchor;
        return new TimeMark(earliest(known), known.offset(), known.confirmed(), known.starts());
    }

    private Instant earliest(Anchor known) {
        return known.earliest().plus(machine.since(known.nanos()));
    }

    /** The corrected one first. A correction that is no more than drift leaves one reading. */
    private List<Instant> readings(Anchor known) {
        Instant wall = machine.wall().instant();
        Instant corrected = wall.plus(known.offset());
        boolean isDrift = known.offset().abs().compareTo(TOLERANCE) <= 0;
        return isDrift ? List.of(corrected) : List.of(corrected, wall);
    }

    private static boolean isPossible(Instant reading, Instant earliest) {
        return !reading.isBefore(earliest.minus(TOLERANCE));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
