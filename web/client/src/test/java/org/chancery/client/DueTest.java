package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.chancery.client.clock.TestMachine;
import org.chancery.client.clock.TrustedTime;
import org.chancery.client.token.TestClaims;
import org.junit.jupiter.api.Test;

class DueTest {

    private final TestMachine machine = new TestMachine(TestClaims.NOON);
    private final Due due = new Due(machine.machine(), new TrustedTime(machine.machine(), null));

    @Test
    void the_first_message_is_due_at_once() {
        assertThat(due.isNow()).isTrue();
    }

    @Test
    void time_passes_for_it() {
        due.in(Duration.ofHours(1));
        machine.pass(Duration.ofMinutes(20));
        assertThat(due.left()).isEqualTo(Duration.ofMinutes(40));
        machine.pass(Duration.ofMinutes(50));
        assertThat(due.isNow()).isTrue();
    }

    @Test
    void who_wants_one_while_one_is_sent_gets_another() {
        due.begin(Duration.ofSeconds(5));
        due.now();
        due.end(Duration.ofHours(1));
        assertThat(due.isNow()).isTrue();

        due.begin(Duration.ofSeconds(5));
        assertThat(due.left()).isEqualTo(Duration.ofSeconds(5));
        due.end(Duration.ofHours(1));
        assertThat(due.left()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_machine_that_slept_writes_when_it_wakes() {
        due.in(Duration.ofHours(1));
        machine.sleep(Duration.ofHours(2));
        assertThat(due.isNow()).isTrue();
    }

    @Test
    void a_clock_that_is_set_back_does_not_silence_it() {
        due.in(Duration.ofHours(1));
        machine.set(Duration.ofDays(-400));
        machine.pass(Duration.ofHours(1));
        assertThat(due.isNow()).isTrue();
    }
}
