package org.chancery.client.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.chancery.client.state.TimeMark;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // whatever is looked at here is there, or the test fails
class TrustedTimeTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PROMPTLY = Duration.ofSeconds(1);

    @Test
    void before_any_answer_there_is_only_the_machines_clock() {
        TestMachine machine = new TestMachine(NOON);
        TrustedTime time = new TrustedTime(machine.machine(), null);
        machine.pass(HOUR);
        assertThat(time.now()).isEqualTo(NOON.plus(HOUR));
        assertThat(time.isConfirmed()).isFalse();
        assertThat(time.isSetBack()).isFalse();
    }

    @Test
    void an_answer_corrects_a_clock_that_is_wrong_either_way() {
        for (Duration wrong : new Duration[] {HOUR.multipliedBy(5), HOUR.multipliedBy(-5)}) {
            TestMachine machine = new TestMachine(NOON.plus(wrong));
            TrustedTime time = new TrustedTime(machine.machine(), null);
            time.confirm(NOON, PROMPTLY);
            machine.pass(HOUR);
            assertThat(time.now()).isBetween(NOON.plus(HOUR), NOON.plus(HOUR).plusSeconds(2));
            assertThat(time.isSetBack()).isFalse();
        }
    }

    @Test
    void a_clock_that_is_set_back_gains_nothing_and_is_told() {
        TestMachine machine = new TestMachine(NOON);
        TrustedTime time = confirmed(machine);
        machine.pass(HOUR);
        machine.set(Duration.ofDays(-10));
        assertThat(time.isSetBack()).isTrue();
        machine.pass(HOUR);
        assertThat(time.now())
                .isBetween(
                        NOON.plus(HOUR.multipliedBy(2)),
                        NOON.plus(HOUR.multipliedBy(2)).plusSeconds(2));
        machine.set(Duration.ofDays(10));
        assertThat(time.isSetBack()).isFalse();
    }

    @Test
    void nor_does_one_that_is_set_back_before_a_restart() {
        TestMachine machine = new TestMachine(NOON);
        TimeMark mark = confirmed(machine).mark();
        machine.set(Duration.ofDays(-10));
        TrustedTime restarted = new TrustedTime(machine.machine(), mark);
        assertThat(restarted.isSetBack()).isTrue();
        assertThat(restarted.now()).isEqualTo(mark.earliest());
        machine.pass(HOUR);
        assertThat(restarted.now()).isEqualTo(mark.earliest().plus(HOUR));
        assertThat(restarted.mark().earliest()).isEqualTo(mark.earliest().plus(HOUR));
    }

    @Test
    void a_clock_that_is_set_right_while_running_costs_nothing() {
        TestMachine machine = new TestMachine(Instant.EPOCH);
        TrustedTime time = confirmed(machine);
        machine.pass(HOUR);
        machine.set(Duration.between(machine.wall(), NOON.plus(HOUR)));
        assertThat(time.now()).isBetween(NOON.plus(HOUR), NOON.plus(HOUR).plusSeconds(2));
        assertThat(time.isSetBack()).isFalse();
    }

    @Test
    void the_time_that_a_machine_sleeps_counts() {
        TestMachine machine = new TestMachine(NOON);
        TrustedTime time = confirmed(machine);
        machine.sleep(Duration.ofDays(3));
        assertThat(time.now()).isAfterOrEqualTo(NOON.plus(Duration.ofDays(3)));
    }

    @Test
    void so_does_the_time_while_it_is_off_however_wrong_its_clock_is() {
        for (Duration wrong : new Duration[] {HOUR.multipliedBy(5), HOUR.multipliedBy(-5), Duration.ZERO}) {
            TestMachine machine = new TestMachine(NOON.plus(wrong));
            TimeMark mark = confirmed(machine).mark();
            machine.sleep(HOUR.multipliedBy(7));
            TrustedTime restarted = new TrustedTime(machine.machine(), mark);
            assertThat(restarted.now())
                    .isBetween(
                            NOON.plus(HOUR.multipliedBy(7)),
                            NOON.plus(HOUR.multipliedBy(7)).plusSeconds(2));
        }
    }

    @Test
    void a_clock_that_ran_ahead_is_forgiven_by_the_next_answer() {
        TestMachine machine = new TestMachine(NOON);
        TrustedTime time = confirmed(machine);
        machine.set(Duration.ofDays(365));
        assertThat(time.now()).isAfter(NOON.plus(Duration.ofDays(300)));
        time.confirm(NOON.plusSeconds(10), PROMPTLY);
        assertThat(time.now()).isBetween(NOON.plusSeconds(10), NOON.plusSeconds(13));
    }

    @Test
    void nothing_that_ran_ahead_is_written_down() {
        TestMachine machine = new TestMachine(NOON);
        TrustedTime time = confirmed(machine);
        machine.set(Duration.ofDays(365));
        assertThat(time.mark().earliest()).isBefore(NOON.plus(HOUR));
    }

    @Test
    void a_time_that_is_within_reason_stays_when_it_is_confirmed_again() {
        TestMachine machine = new TestMachine(NOON);
        TrustedTime time = confirmed(machine);
        machine.pass(HOUR);
        Instant believed = time.now();
        time.confirm(NOON.plus(HOUR).minusSeconds(20), Duration.ofSeconds(50));
        assertThat(time.now()).isEqualTo(believed);
    }

    @Test
    void an_instant_that_was_signed_some_time_ago_is_a_lower_bound_only() {
        TestMachine machine = new TestMachine(NOON.minus(HOUR));
        TrustedTime time = new TrustedTime(machine.machine(), null);
        time.notBefore(NOON);
        assertThat(time.now()).isEqualTo(NOON);
        assertThat(time.isConfirmed()).isFalse();
        time.notBefore(NOON.minus(HOUR));
        assertThat(time.now()).isEqualTo(NOON);
    }

    @Test
    void time_never_lies_before_the_truth_after_an_answer_however_slow() {
        TestMachine machine = new TestMachine(NOON.minus(HOUR));
        TrustedTime time = new TrustedTime(machine.machine(), null);
        machine.pass(Duration.ofSeconds(19)); // signed at once, then 19 s on the way
        time.confirm(NOON, Duration.ofSeconds(19));
        assertThat(time.now()).isAfterOrEqualTo(NOON.plusSeconds(19));
    }

    @Test
    void whoever_kills_the_process_again_and_again_and_sets_the_clock_back_wins_nothing() {
        TestMachine machine = new TestMachine(NOON);
        TimeMark mark = confirmed(machine).mark();
        for (int i = 0; i < 60; i++) {
            mark = new TrustedTime(machine.machine(), mark).mark(); // written down as it begins, and never again
            machine.pass(Duration.ofSeconds(59));
            machine.set(Duration.ofSeconds(-59));
        }
        assertThat(mark.earliest()).isAfterOrEqualTo(NOON.plus(Duration.ofMinutes(57)));
    }

    @Test
    void a_few_starts_cost_nothing_and_an_answer_makes_them_forgotten() {
        TestMachine machine = new TestMachine(NOON);
        TimeMark mark = confirmed(machine).mark();
        TrustedTime third = null;
        for (int i = 0; i < 3; i++) {
            third = new TrustedTime(machine.machine(), mark);
            mark = third.mark();
        }
        assertThat(mark.earliest()).isBefore(NOON.plusSeconds(5));
        assertThat(mark.starts()).isEqualTo(3);
        third.confirm(NOON, PROMPTLY);
        assertThat(third.mark().starts()).isZero();
    }

    private static TrustedTime confirmed(TestMachine machine) {
        TrustedTime time = new TrustedTime(machine.machine(), null);
        time.confirm(NOON, Duration.ZERO);
        return time;
    }
}
