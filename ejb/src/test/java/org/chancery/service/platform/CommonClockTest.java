package org.chancery.service.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommonClockTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final SetClock machine = new SetClock(NOW);
    private final CommonClock clock = new CommonClock(machine);

    @Test
    void it_is_the_machines_until_the_database_has_told_its_own() {
        assertThat(clock.instant()).isEqualTo(NOW);
        clock.follow(() -> NOW.minus(FIVE_MINUTES));
        assertThat(clock.instant()).isEqualTo(NOW.minus(FIVE_MINUTES));
        assertThat(clock.correction()).isEqualTo(FIVE_MINUTES.negated());
    }

    @Test
    void it_goes_on_with_the_machine_between_two_looks() {
        clock.follow(() -> NOW.plus(FIVE_MINUTES));
        machine.set(NOW.plusSeconds(20));
        assertThat(clock.instant()).isEqualTo(NOW.plus(FIVE_MINUTES).plusSeconds(20));
    }

    @Test
    void a_machine_that_is_set_right_is_corrected_no_more() {
        clock.follow(() -> NOW.minus(FIVE_MINUTES));
        machine.set(NOW.minus(FIVE_MINUTES));
        clock.follow(() -> machine.instant());
        assertThat(clock.correction()).isZero();
    }

    @Test
    void what_is_less_than_a_tenth_of_a_second_is_left_alone_so_that_it_never_steps_back_and_forth() {
        clock.follow(() -> NOW.plusMillis(90));
        assertThat(clock.instant()).isEqualTo(NOW);
        clock.follow(() -> NOW.plusSeconds(10));
        clock.follow(() -> NOW.plusMillis(10_090));
        assertThat(clock.correction()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void half_of_the_way_to_the_database_and_back_is_counted() {
        clock.follow(() -> {
            machine.set(machine.instant().plusMillis(80));
            return NOW.plus(FIVE_MINUTES);
        });
        assertThat(clock.correction()).isEqualTo(FIVE_MINUTES.minusMillis(40));
    }

    @Test
    void an_answer_that_took_too_long_or_during_which_the_machine_was_set_says_nothing() {
        assertThat(clock.<RuntimeException>follow(() -> {
                    machine.set(machine.instant().plusMillis(300));
                    return NOW.plus(FIVE_MINUTES);
                }))
                .isFalse();
        assertThat(clock.correction()).isZero();
        assertThat(clock.<RuntimeException>follow(() -> {
                    machine.set(machine.instant().minusSeconds(60));
                    return NOW.plus(FIVE_MINUTES);
                }))
                .isFalse();
        assertThat(clock.correction()).isZero();
    }

    @Test
    void a_database_that_is_away_leaves_it_as_it_is() {
        clock.follow(() -> NOW.plus(FIVE_MINUTES));
        assertThatThrownBy(() -> clock.follow(() -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(clock.correction()).isEqualTo(FIVE_MINUTES);
    }
}
