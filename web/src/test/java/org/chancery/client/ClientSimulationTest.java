package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.chancery.model.licensing.RotationRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The promises of the protocol, kept by the real client and the real rotation over many random lives. A failure names its
 * seed; {@code new World(seed)} plays the same life again.
 */
class ClientSimulationTest {

    /** Lives of each kind, so 10,000 in all; {@code -Dlives=} sets another number. */
    private static final int RUNS = Integer.getInteger("lives", 2_500);

    private static final int STEPS = 40;

    /** Ten thousand lives of full disks and broken answers are not for the log. */
    private static final Logger LOG = Logger.getLogger("org.chancery.client");

    private final Map<RotationRow, Integer> decided = new EnumMap<>(RotationRow.class);

    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speech() {
        LOG.setLevel(null);
    }

    @Test
    void an_honest_instance_is_never_locked_out_whatever_the_wire_the_disk_and_the_database_do() {
        run(RUNS, seed -> {
            World world = new World(seed);
            SimulatedProcess honest = world.add("node-1");
            honest.trouble(40, 4, 3);
            for (int step = 0; step < STEPS; step++) {
                world.live();
                if (world.random.nextInt(30) == 0) {
                    world.server.restore(1 + world.random.nextInt(4));
                }
                requireNotDenied(honest);
            }
            world.calmFor(world.server.interval().plusMinutes(6));
            assertThat(honest.status().state()).isEqualTo(LicenseState.LICENSED);
            count(world);
        });
        // A world in which nothing goes wrong would prove nothing.
        assertThat(decided.get(RotationRow.REPLAY)).isGreaterThan(RUNS);
        assertThat(decided.get(RotationRow.HEAL)).isGreaterThan(RUNS / 4);
        assertThat(decided.get(RotationRow.STALE)).isGreaterThan(RUNS / 4);
    }

    @Test
    void a_seat_never_has_a_second_holder() {
        run(RUNS, seed -> {
            World world = new World(-seed);
            world.add("node-1").trouble(40, 4, 3);
            world.add("node-2").trouble(40, 4, 3);
            for (int step = 0; step < STEPS * 2; step++) {
                world.live();
                if (world.random.nextInt(40) == 0) {
                    world.processes.get(world.random.nextInt(2)).release();
                }
                assertThat(world.permitted()).isLessThanOrEqualTo(1);
            }
            world.calmFor(world.lease().plusMinutes(6));
            assertThat(world.permitted()).isEqualTo(1);
        });
    }

    @Test
    void no_copy_lives_on_after_two_checks() {
        run(RUNS, seed -> {
            World world = new World(seed << 20);
            SimulatedProcess original = world.add("node-1");
            original.trouble(40, 4, 3);
            for (int step = 0; step < STEPS / 2; step++) {
                world.live();
            }
            world.processes.add(original.copy(world.random.nextInt(3) == 0));
            world.processes.get(1).trouble(40, 4, 3);
            for (int step = 0; step < STEPS / 2; step++) {
                world.live();
            }
            world.processes.forEach(SimulatedProcess::calm);
            for (int round = 0; round < 2; round++) {
                world.processes.forEach(SimulatedProcess::pass);
                world.pass(Duration.ofSeconds(1));
            }
            assertThat(world.permitted()).isLessThanOrEqualTo(1);
            world.calmFor(world.lease().plusMinutes(6));
            assertThat(world.permitted()).isEqualTo(1);
            count(world);
        });
        assertThat(decided.get(RotationRow.FORK)).isGreaterThan(RUNS / 4);
    }

    @Test
    void a_container_that_loses_its_disk_gets_its_own_seat_back() {
        run(RUNS, seed -> {
            World world = new World(seed << 40);
            SimulatedProcess container = world.add("node-1");
            container.trouble(30, 3, 0);
            for (int step = 0; step < STEPS; step++) {
                world.live();
                if (world.random.nextInt(10) == 0) {
                    container.release();
                    container.disk = new SimulatedDisk(world.random.split());
                    container.trouble(30, 3, 0);
                }
            }
            world.calmFor(world.lease().plusMinutes(6));
            assertThat(container.mayRun()).isTrue();
        });
    }

    private static void requireNotDenied(SimulatedProcess honest) {
        assertThat(honest.status().state()).isNotEqualTo(LicenseState.DENIED);
    }

    private static void run(int runs, LongConsumer life) {
        long only = Long.getLong("seed", 0);
        (only != 0 ? LongStream.of(only) : LongStream.rangeClosed(1, runs))
                .parallel()
                .forEach(seed -> {
                    try {
                        life.accept(seed);
                    } catch (AssertionError | RuntimeException e) {
                        throw new AssertionError("In the world of seed " + seed, e);
                    }
                });
    }

    private synchronized void count(World world) {
        world.server.decided.forEach((row, times) -> decided.merge(row, times, Integer::sum));
    }
}
