package org.chancery.client;

import java.time.Duration;
import java.time.Instant;
import org.chancery.client.clock.TrustedTime;
import org.chancery.client.platform.Machine;

/** When the next message is due. By either clock: one of them stands still while the machine sleeps. */
final class Due {

    private final Machine machine;
    private final TrustedTime time;
    private Duration wait = Duration.ZERO;
    private long since;
    private Instant at;
    private boolean wanted;

    Due(Machine machine, TrustedTime time) {
        this.machine = machine;
        this.time = time;
        this.since = machine.nanos().getAsLong();
        this.at = time.now();
    }

    /** At once, also when a message is under way: that one may have been written before what is new. */
    synchronized void now() {
        wanted = true;
        in(Duration.ZERO);
    }

    /** A message is sent from here on, and stands for all that was wanted before. */
    synchronized void begin(Duration untilTheNextIfItFails) {
        wanted = false;
        in(untilTheNextIfItFails);
    }

    /** The message has been answered, or not; whoever wanted one meanwhile gets the next at once. */
    synchronized void end(Duration untilTheNext) {
        in(wanted ? Duration.ZERO : untilTheNext);
    }

    synchronized void in(Duration duration) {
        wait = duration;
        since = machine.nanos().getAsLong();
        at = time.now().plus(duration);
    }

    boolean isNow() {
        return left().isZero();
    }

    /** How long until then, at least zero. */
    synchronized Duration left() {
        Duration byNanos = wait.minus(machine.since(since));
        Duration byTime = Duration.between(time.now(), at);
        Duration left = byNanos.compareTo(byTime) < 0 ? byNanos : byTime;
        return left.isNegative() ? Duration.ZERO : left;
    }
}
