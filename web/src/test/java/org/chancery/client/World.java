package org.chancery.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A small universe of one license with one seat. Everything happens by one seeded random source, so a seed tells the
 * whole story.
 */
final class World {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final int PERCENT = 100;
    private static final int[] LEASES = {300, 900, 3600};

    final SplittableRandom random;
    final SimulatedServer server;
    final List<SimulatedProcess> processes = new ArrayList<>();
    private Instant now = NOON;
    private final Duration lease;

    World(long seed) {
        random = new SplittableRandom(seed);
        lease = Duration.ofSeconds(LEASES[random.nextInt(LEASES.length)]);
        server = new SimulatedServer(this::now, lease);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    SimulatedProcess add(String name) {
        SimulatedProcess process = new SimulatedProcess(this, name, new SimulatedDisk(random.split()), random.split());
        processes.add(process);
        return process;
    }

    /** One random event of everyday life. */
    void live() {
        SimulatedProcess process = processes.get(random.nextInt(processes.size()));
        int dice = random.nextInt(PERCENT);
        if (dice < 60) {
            if (process.isRunning() && !process.isDue()) {
                now = process.dueAt();
            }
            process.pass();
        } else if (dice < 75) {
            process.wire.deliverLate();
        } else if (dice < 90) {
            pass(Duration.ofSeconds(random.nextLong(1 + lease.toSeconds() / 6)));
        } else if (dice < 97) {
            process.die();
        } else if (dice < 98) {
            pass(lease.plusSeconds(random.nextInt(100)));
        }
    }

    /** Time goes on and everybody writes when it is due; nothing goes wrong any more. */
    void calmFor(Duration time) {
        processes.forEach(SimulatedProcess::calm);
        Instant end = now.plus(time);
        for (SimulatedProcess next = nextDue(); next.dueAt().isBefore(end); next = nextDue()) {
            now = next.dueAt().isAfter(now) ? next.dueAt() : now.plusMillis(1);
            next.pass();
        }
    }

    private SimulatedProcess nextDue() {
        return processes.stream()
                .min(Comparator.comparing(SimulatedProcess::dueAt))
                .orElseThrow();
    }

    Duration lease() {
        return lease;
    }

    long permitted() {
        return processes.stream().filter(SimulatedProcess::mayRun).count();
    }
}
