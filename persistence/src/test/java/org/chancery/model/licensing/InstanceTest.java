package org.chancery.model.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final LeaseTerms DAY = new LeaseTerms(Duration.ofDays(1), null);
    private static final String S1 = "1".repeat(43);
    private static final String S2 = "2".repeat(43);
    private static final String S3 = "3".repeat(43);

    private final Instance instance =
            new Instance(new UUID(1, 1), new UUID(2, 2), "iot-platform", activation(S1, "try-1"), DAY, NOON);

    @Test
    void an_activation_starts_epoch_one_with_a_full_lease() {
        assertThat(instance.lease()).isEqualTo(new Lease(1, 1, S1, NOON, NOON.plus(Duration.ofDays(1))));
    }

    @Test
    void an_advance_renews_the_lease_from_now() {
        advance(S1, S2, NOON.plusSeconds(3600));

        assertThat(instance.lease())
                .isEqualTo(new Lease(
                        1, 2, S2, NOON.plusSeconds(3600), NOON.plusSeconds(3600).plus(Duration.ofDays(1))));
    }

    @Test
    void a_replay_answers_with_the_stored_lease() {
        advance(S1, S2, NOON.plusSeconds(3600));
        Lease stored = instance.lease();

        advance(S1, S2, NOON.plusSeconds(7200));

        assertThat(instance.lease()).isEqualTo(stored);
        assertThat(instance.lastCheckAt()).isEqualTo(NOON.plusSeconds(7200));
    }

    @Test
    void a_refused_message_cannot_be_followed() {
        advance(S1, S2, NOON);
        Rotation fork = instance.decide(new RotationMessage(S1, S3, 1, "b9"), Optional::empty);

        assertThat(fork.row()).isEqualTo(RotationRow.FORK);
        assertThatIllegalArgumentException().isThrownBy(() -> instance.follow(fork, report(), DAY, NOON));
    }

    @Test
    void issue_times_never_run_backwards_whatever_the_clock_says() {
        advance(S1, S2, NOON.minusSeconds(600));

        assertThat(instance.lease().issuedAt()).isEqualTo(NOON);
        assertThat(instance.lease().expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void a_healed_instance_gets_no_lease_that_starts_before_the_proven_one() {
        Instant proven = NOON.plusSeconds(5000);
        Receipt receipt = new Receipt(instance.id(), 1, 9, S2, proven);
        Rotation heal = instance.decide(new RotationMessage(S2, S3, 1, "b1"), () -> Optional.of(receipt));
        instance.follow(heal, report(), DAY, NOON.plusSeconds(100));

        assertThat(instance.lease()).isEqualTo(new Lease(1, 10, S3, proven, proven.plus(Duration.ofDays(1))));
    }

    @Test
    void signed_instants_are_whole_seconds() {
        advance(S1, S2, NOON.plusMillis(1999));

        assertThat(instance.lease().issuedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void a_lease_never_outlives_its_license() {
        Instant end = NOON.plusSeconds(100);
        instance.follow(
                instance.decide(new RotationMessage(S1, S2, 1, "b1"), Optional::empty),
                report(),
                new LeaseTerms(Duration.ofDays(1), end),
                NOON.plusSeconds(10));

        assertThat(instance.lease().expiresAt()).isEqualTo(end);
    }

    @ParameterizedTest(name = "{0} s before the lease ends the seat is taken: {1}")
    @CsvSource({"1, true", "0, false", "-1, false"})
    void a_seat_is_free_from_the_leases_end_on_and_not_a_second_before(int before, boolean taken) {
        Instant at = NOON.plus(Duration.ofDays(1)).minusSeconds(before);

        assertThat(instance.holdsSeatAt(at)).isEqualTo(taken);
        assertThat(instance.isLapsedAt(at)).isNotEqualTo(taken);
    }

    @Test
    void a_released_seat_is_free_at_once() {
        instance.release(NOON.plusSeconds(1));

        assertThat(instance.holdsSeatAt(NOON.plusSeconds(1))).isFalse();
        assertThat(instance.inactivity()).contains(LicensingRefusal.LAPSED);
    }

    @Test
    void a_person_frees_the_seat_at_once_until_the_days_tries_are_used_up() {
        instance.deactivate(false, NOON);

        assertThat(instance.inactivity()).contains(LicensingRefusal.DEACTIVATED);
        assertThat(instance.holdsSeatAt(NOON.plusSeconds(86_399))).isTrue();
        assertThat(instance.holdsSeatAt(NOON.plusSeconds(86_400))).isFalse();
    }

    @Test
    void a_reactivation_starts_the_next_epoch_and_forgets_the_old_secrets() {
        advance(S1, S2, NOON);
        instance.release(NOON);
        instance.reactivate(activation(S3, "try-2"), DAY, NOON.plusSeconds(60));

        assertThat(instance.rotationState()).isEqualTo(RotationState.activated(instance.id(), 2, S3, "b1"));
        assertThat(instance.isKnown(S2)).isFalse();
        assertThat(instance.holdsSeatAt(NOON.plusSeconds(60))).isTrue();
        assertThat(instance.inactivity()).isEmpty();
    }

    @Test
    void only_the_very_same_attempt_is_a_repeated_activation() {
        assertThat(instance.isAttempt(activation(S1, "try-1"))).isTrue();
        assertThat(instance.isAttempt(activation(S1, "try-2"))).isFalse();
        assertThat(instance.isAttempt(activation(S2, "try-1"))).isFalse();
        assertThat(instance.isAttempt(activation(S1, null))).isFalse();

        advance(S1, S2, NOON);
        assertThat(instance.isAttempt(activation(S1, "try-1"))).isFalse();
    }

    @Test
    void sixty_checks_fit_into_ten_minutes() {
        Duration window = Duration.ofMinutes(10);
        for (int i = 0; i < 60; i++) {
            assertThat(instance.countCheck(60, window, NOON.plusSeconds(i))).isEmpty();
        }

        assertThat(instance.countCheck(60, window, NOON.plusSeconds(60))).contains(Duration.ofSeconds(540));
        assertThat(instance.countCheck(60, window, NOON.plusSeconds(600))).isEmpty();
    }

    @Test
    void what_a_report_leaves_out_stays_as_it_was() {
        Rotation first = instance.decide(new RotationMessage(S1, S2, 1, "b1"), Optional::empty);
        instance.follow(
                first,
                new InstanceReport("192.0.2.9", "2.0", LocalDate.of(2026, 4, 1), 5L, true, null, null),
                DAY,
                NOON);
        advance(S2, S3, NOON);

        assertThat(instance.productVersion()).isEqualTo("2.0");
        assertThat(instance.releaseDate()).isEqualTo("2026-04-01");
        assertThat(instance.appliedRevision()).isEqualTo(5L);
        assertThat(instance.isRestartNeeded()).isTrue();
        assertThat(instance.lastAddress()).isEqualTo("192.0.2.1");
    }

    private void advance(String presented, String next, Instant at) {
        Rotation rotation = instance.decide(new RotationMessage(presented, next, 1, "b1"), Optional::empty);
        instance.follow(rotation, report(), DAY, at);
    }

    private static InstanceReport report() {
        return InstanceReport.from("192.0.2.1");
    }

    private static Activation activation(String nextHash, @Nullable String attempt) {
        return new Activation(
                "plant-1",
                "node-1",
                SeatClass.PRODUCTION,
                "1.0",
                LocalDate.of(2026, 1, 1),
                "b1",
                nextHash,
                null,
                attempt,
                "192.0.2.1");
    }
}
