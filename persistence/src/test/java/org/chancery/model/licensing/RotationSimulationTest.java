package org.chancery.model.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.chancery.model.licensing.RotationWorld.Client;
import org.junit.jupiter.api.Test;

/**
 * The two promises of the rotation, over many random lives. A failure names its seed; {@code new RotationWorld(seed, ..)}
 * plays the same life again.
 */
class RotationSimulationTest {

    private static final int RUNS = 25_000;
    private static final int STEPS = 120;
    private static final int CRASH_PERCENT = 6;
    private static final int ROUNDS_AFTER_THE_FORK = 2;

    private final Map<RotationRow, Integer> rows = new EnumMap<>(RotationRow.class);

    @Test
    void an_honest_instance_alone_is_never_locked_out() {
        for (long seed = 1; seed <= RUNS; seed++) {
            RotationWorld world = new RotationWorld(seed, CRASH_PERCENT);
            Client honest = world.clients.get(0);
            for (int step = 0; step < STEPS; step++) {
                world.live();
                if (world.random.nextInt(40) == 0) {
                    world.restoreDatabase();
                }
                requireRunning(honest, seed);
            }
            world.calmDown();
            requireRunning(honest, seed);
            requireFreshLease(world, honest, seed);
            count(world);
        }
        // A world in which nothing goes wrong would prove nothing.
        assertThat(rows.get(RotationRow.ADVANCE)).isGreaterThan(RUNS);
        assertThat(rows.get(RotationRow.REPLAY)).isGreaterThan(RUNS);
        assertThat(rows.get(RotationRow.HEAL)).isGreaterThan(RUNS / 4);
        assertThat(rows.get(RotationRow.STALE)).isGreaterThan(RUNS / 4);
    }

    @Test
    void no_copy_survives_two_checks_after_a_fork_was_seen() {
        for (long seed = 1; seed <= RUNS; seed++) {
            RotationWorld world = new RotationWorld(-seed, CRASH_PERCENT);
            boolean restores = seed % 2 == 0;
            liveWithCopies(world, restores);
            world.calmDown();
            long before = world.running();
            // Two states that were one diverge at the next proposal, so a fork shows in the first two rounds.
            if (!playRound(world)) {
                playRound(world);
            }
            for (int round = 0; round < ROUNDS_AFTER_THE_FORK; round++) {
                playRound(world);
            }
            assertThat(world.running())
                    .as("copies still running, seed %d", -seed)
                    .isLessThanOrEqualTo(1);
            if (!restores && before > 0) {
                assertThat(world.running())
                        .as("a live one remains, seed %d", -seed)
                        .isEqualTo(1);
            }
            count(world);
        }
        assertThat(rows.get(RotationRow.FORK)).isGreaterThan(RUNS / 4);
        assertThat(rows.get(RotationRow.SHARED)).isGreaterThan(RUNS / 4);
        assertThat(rows.get(RotationRow.HEAL)).isGreaterThan(RUNS / 10);
    }

    private static void liveWithCopies(RotationWorld world, boolean restores) {
        for (int step = 0; step < STEPS; step++) {
            world.live();
            int dice = world.random.nextInt(100);
            if (dice < 2) {
                world.copyDisk();
            } else if (dice < 3) {
                world.shareDisk();
            } else if (dice < 5 && restores) {
                world.restoreDatabase();
            }
        }
        world.copyDisk(); // at least one
    }

    /** Everybody checks once; true when somebody was refused. */
    private static boolean playRound(RotationWorld world) {
        boolean refused = false;
        for (Client client : world.clients) {
            Optional<RotationRow> row = world.checkUndisturbed(client);
            refused |= row.isPresent() && !row.get().isAccepted();
        }
        return refused;
    }

    private static void requireRunning(Client honest, long seed) {
        if (!honest.runs()) {
            fail("Locked out by %s, seed %d", honest.refusal, seed);
        }
    }

    /** What was lost may come first, as a replay; then there is a lease that lasts from now. */
    private static void requireFreshLease(RotationWorld world, Client honest, long seed) {
        for (int attempt = 0; attempt < 2; attempt++) {
            RotationRow row = world.checkUndisturbed(honest).orElseThrow();
            if (row == RotationRow.ADVANCE || row == RotationRow.HEAL) {
                return;
            }
            requireRunning(honest, seed);
        }
        fail("No fresh lease after two undisturbed checks, seed %d", seed);
    }

    private void count(RotationWorld world) {
        world.rows.forEach((row, times) -> rows.merge(row, times, Integer::sum));
    }
}
