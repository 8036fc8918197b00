package org.chancery.model.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.model.licensing.RotationRow.ADVANCE;
import static org.chancery.model.licensing.RotationRow.FORK;
import static org.chancery.model.licensing.RotationRow.HEAL;
import static org.chancery.model.licensing.RotationRow.INVALID;
import static org.chancery.model.licensing.RotationRow.REPLAY;
import static org.chancery.model.licensing.RotationRow.SHARED;
import static org.chancery.model.licensing.RotationRow.STALE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DESIGN's rotation table, row by row. The state: epoch 2, seq 7, secret C after B, boots b1 then b2. */
class RotationTest {

    private static final UUID INSTANCE = new UUID(1, 1);
    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final String B = hash("B");
    private static final String C = hash("C");
    private static final RotationState STATE = new RotationState(INSTANCE, 2, 7, C, B, List.of("b1", "b2"));

    @ParameterizedTest(name = "h={0} p={1} epoch={2} boot={3} receipt={4} is {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // presented, proposed, epoch, boot, receipt (instance/epoch/seq/cnf), row
                "C, C, 2, b2, -, INVALID",
                "C, C, 2, b1, -, INVALID", // invalid comes before shared
                "C, C, 9, b2, -, INVALID", // and before a wrong epoch
                "C, D, 2, b1, -, SHARED",
                "C, B, 2, b1, -, SHARED",
                "C, D, 2, b2, -, ADVANCE",
                "C, D, 2, b3, -, ADVANCE",
                "C, B, 2, b2, -, ADVANCE", // a secret that comes back is the client's own folly, not ours
                "C, D, 2, b2, 1/2/9/C, ADVANCE", // a receipt is not even looked at
                "B, C, 2, b2, -, REPLAY",
                "B, C, 2, b1, -, REPLAY", // only the current secret can be shared
                "B, C, 2, b2, 1/2/9/B, REPLAY", // replay comes before heal
                "Z, Y, 2, b2, 1/2/8/Z, HEAL",
                "Z, Y, 2, b1, 1/2/8/Z, HEAL",
                "B, Y, 2, b2, 1/2/8/B, HEAL", // heal comes before fork
                "B, Y, 2, b2, -, FORK",
                "B, B, 2, b2, -, FORK",
                "B, Y, 2, b1, 1/2/7/B, FORK",
                "Z, Y, 2, b2, -, STALE",
                "Z, C, 2, b2, -, STALE",
                "Z, Y, 2, b2, 1/2/7/Z, STALE", // the receipt knows nothing newer
                "Z, Y, 2, b2, 1/2/6/Z, STALE",
                "Z, Y, 2, b2, 9/2/8/Z, STALE", // another instance's
                "Z, Y, 2, b2, 1/1/8/Z, STALE", // another epoch's
                "Z, Y, 2, b2, 1/3/8/Z, STALE",
                "Z, Y, 2, b2, 1/2/8/Y, STALE", // for another secret
                "C, D, 1, b2, -, STALE", // an epoch unlike ours
                "C, D, 3, b2, -, STALE",
                "B, C, 1, b2, -, STALE",
                "B, Y, 1, b2, -, STALE",
                "Z, Y, 3, b2, 1/3/8/Z, STALE",
            })
    void the_first_matching_row_decides(
            String presented, String proposed, int epoch, String boot, @Nullable String receipt, RotationRow row) {
        Rotation rotation = decide(presented, proposed, epoch, boot, receipt);

        assertThat(rotation.row()).isEqualTo(row);
        if (row != ADVANCE && row != HEAL) {
            assertThat(rotation.state()).isSameAs(STATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "A A"})
    void a_malformed_hash_is_invalid_before_anything_else(String malformed) {
        assertThat(decide(STATE, new RotationMessage(C, malformed, 2, "b1"), Optional.empty())
                        .row())
                .isEqualTo(INVALID);
    }

    @Test
    void a_missing_boot_id_is_invalid() {
        assertThat(decide(STATE, new RotationMessage(C, hash("D"), 2, " "), Optional.empty())
                        .row())
                .isEqualTo(INVALID);
    }

    @Test
    void an_advance_makes_current_previous_and_counts_one() {
        RotationState next = decide("C", "D", 2, "b3", null).state();

        assertThat(next).isEqualTo(new RotationState(INSTANCE, 2, 8, hash("D"), C, List.of("b1", "b2", "b3")));
    }

    @Test
    void a_heal_takes_the_count_from_the_receipt() {
        Rotation healed = decide("Z", "Y", 2, "b2", "1/2/40/Z");

        assertThat(healed.state())
                .isEqualTo(new RotationState(INSTANCE, 2, 41, hash("Y"), hash("Z"), List.of("b1", "b2")));
        assertThat(healed.provenIssue()).isEqualTo(NOON);
    }

    @Test
    void a_replay_does_not_make_an_old_process_start_look_new() {
        RotationState after = decide("B", "C", 2, "b0", null).state();

        assertThat(after.bootIds()).containsExactly("b1", "b2");
    }

    @Test
    void the_last_sixteen_process_starts_are_remembered() {
        RotationState state = RotationState.activated(INSTANCE, 1, hash("s0"), "b0");
        for (int i = 1; i <= 16; i++) {
            state = decide(state, new RotationMessage(state.currentHash(), hash("s" + i), 1, "b" + i), Optional.empty())
                    .state();
        }

        assertThat(state.bootIds())
                .isEqualTo(IntStream.rangeClosed(1, 16).mapToObj(i -> "b" + i).toList());
        assertThat(rowOf(state, "b1")).isEqualTo(SHARED);
        assertThat(rowOf(state, "b0")).isEqualTo(ADVANCE);
        assertThat(rowOf(state, "b16")).isEqualTo(ADVANCE);
    }

    @Test
    void an_activation_has_no_previous_secret_to_fork_from() {
        RotationState fresh = RotationState.activated(INSTANCE, 3, C, "b1");

        assertThat(fresh.seq()).isEqualTo(1);
        assertThat(decide(fresh, new RotationMessage(B, hash("D"), 3, "b1"), Optional.empty())
                        .row())
                .isEqualTo(STALE);
    }

    @Test
    void a_receipt_is_only_asked_for_when_nothing_cheaper_decides() {
        AtomicInteger asked = new AtomicInteger();
        for (RotationMessage cheap : List.of(
                new RotationMessage(C, hash("D"), 2, "b2"),
                new RotationMessage(C, hash("D"), 2, "b1"),
                new RotationMessage(C, C, 2, "b2"),
                new RotationMessage(B, C, 2, "b2"),
                new RotationMessage(hash("Z"), hash("Y"), 1, "b2"))) {
            Rotation.decide(STATE, cheap, () -> {
                asked.incrementAndGet();
                return Optional.empty();
            });
        }
        assertThat(asked).hasValue(0);

        Rotation dear = Rotation.decide(STATE, new RotationMessage(B, hash("D"), 2, "b2"), () -> {
            asked.incrementAndGet();
            return Optional.empty();
        });
        assertThat(dear.row()).isEqualTo(FORK);
        assertThat(asked).hasValue(1);
    }

    @Test
    void accepted_are_exactly_advance_replay_and_heal() {
        assertThat(RotationRow.values())
                .containsExactly(INVALID, SHARED, ADVANCE, REPLAY, HEAL, FORK, STALE)
                .filteredOn(RotationRow::isAccepted)
                .containsExactly(ADVANCE, REPLAY, HEAL);
    }

    private static RotationRow rowOf(RotationState state, String boot) {
        return decide(
                        state,
                        new RotationMessage(state.currentHash(), hash("next"), state.epoch(), boot),
                        Optional.empty())
                .row();
    }

    private static Rotation decide(
            String presented, String proposed, int epoch, String boot, @Nullable String receipt) {
        return decide(
                STATE,
                new RotationMessage(hash(presented), hash(proposed), epoch, boot),
                Optional.ofNullable(receipt).map(RotationTest::receipt));
    }

    private static Rotation decide(RotationState state, RotationMessage message, Optional<Receipt> receipt) {
        return Rotation.decide(state, message, () -> receipt);
    }

    private static Receipt receipt(String text) {
        String[] parts = text.split("/", -1);
        return new Receipt(
                new UUID(1, Long.parseLong(parts[0])),
                Integer.parseInt(parts[1]),
                Long.parseLong(parts[2]),
                hash(parts[3]),
                NOON);
    }

    /** A readable stand-in for a hash, of a hash's form. */
    private static String hash(String name) {
        return name + "_".repeat(43 - name.length());
    }
}
