package org.chancery.client.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.chancery.client.platform.Machine;

/** A machine whose clocks a test sets. */
public final class TestMachine {

    private Instant wall;
    private long nanos = 77;
    private final SplittableRandom random = new SplittableRandom(1);

    public TestMachine(Instant wall) {
        this.wall = wall;
    }

    public Machine machine() {
        return new Machine(() -> wall, () -> nanos, random);
    }

    /** Time goes on, for both clocks. */
    public void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    /** Somebody sets the clock. */
    public void set(Duration by) {
        wall = wall.plus(by);
    }

    /** The machine sleeps: only one of the clocks goes on. */
    public void sleep(Duration time) {
        wall = wall.plus(time);
    }

    public Instant wall() {
        return wall;
    }
}
