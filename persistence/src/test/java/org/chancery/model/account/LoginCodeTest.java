package org.chancery.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginCodeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final LoginCode code = new LoginCode(
            new UUID(0, 1), new EmailAddress("ana@example.org"), SignInPlace.PORTAL, "code-hash", "attempt-hash", NOW);

    @ParameterizedTest(name = "{0} after it was made: open {1}")
    @CsvSource({"PT0S, true", "PT9M59.999S, true", "PT10M, false", "PT10M0.001S, false", "PT24H, false"})
    void it_lives_for_ten_minutes_and_not_a_moment_longer(Duration age, boolean open) {
        assertThat(code.isOpenAt(NOW.plus(age))).isEqualTo(open);
        assertThat(code.takeTry(NOW.plus(age))).isEqualTo(open ? LoginCode.Try.GRANTED : LoginCode.Try.OVER);
    }

    @Test
    void it_bears_five_tries_however_patient_the_guesser_is() {
        Instant at = NOW;
        for (int i = 0; i < LoginCode.MAX_TRIES; i++) {
            at = at.plusSeconds(60);
            assertThat(code.takeTry(at)).isEqualTo(LoginCode.Try.GRANTED);
        }
        assertThat(code.takeTry(at.plusSeconds(60))).isEqualTo(LoginCode.Try.OVER);
        assertThat(code.tries()).isEqualTo(5);
    }

    @Test
    void tries_that_arrive_together_do_not_all_count() {
        int granted = 0;
        for (int i = 0; i < 1_000; i++) {
            granted += code.takeTry(NOW) == LoginCode.Try.GRANTED ? 1 : 0;
        }
        assertThat(granted).isEqualTo(2); // one slip is free, then the pauses begin
    }

    @ParameterizedTest(name = "after try {0} one waits {1}")
    @CsvSource({"1, PT0S", "2, PT2S", "3, PT4S", "4, PT8S", "5, PT16S"})
    void the_pauses_grow(int tries, Duration pause) {
        assertThat(LoginCode.pauseAfter(tries)).isEqualTo(pause);
    }

    @Test
    void a_try_that_came_too_soon_costs_nothing() {
        code.takeTry(NOW);
        code.takeTry(NOW);
        assertThat(code.takeTry(NOW.plusMillis(1_999))).isEqualTo(LoginCode.Try.WAIT);
        assertThat(code.tries()).isEqualTo(2);
        assertThat(code.takeTry(NOW.plusSeconds(2))).isEqualTo(LoginCode.Try.GRANTED);
    }

    @Test
    void it_says_nothing_about_itself() {
        assertThat(code.toString()).doesNotContain("ana", "hash");
    }
}
