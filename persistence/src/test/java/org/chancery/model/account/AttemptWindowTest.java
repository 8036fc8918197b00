package org.chancery.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void an_address_gets_five_codes_in_any_hour_also_across_the_turn_of_one() {
        AttemptWindow window = window(RateScope.CODES_TO_ADDRESS);
        int allowed = 0;
        for (int minute = 50; minute < 110; minute++) {
            allowed += window.hit(NOW.plus(Duration.ofMinutes(minute))).isEmpty() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(5);
        assertThat(window.hit(NOW.plus(Duration.ofMinutes(110)))).isEmpty(); // the first one is an hour old
    }

    @Test
    void an_address_gets_twenty_codes_a_day() {
        AttemptWindow window = window(RateScope.CODES_TO_ADDRESS);
        int allowed = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            allowed += window.hit(NOW.plus(Duration.ofMinutes(minute))).isEmpty() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(20);
    }

    @Test
    void a_thousand_requests_at_once_make_at_most_two_mails() {
        AttemptWindow window = window(RateScope.CODES_TO_ADDRESS);
        int allowed = 0;
        for (int i = 0; i < 1_000; i++) {
            allowed += window.hit(NOW).isEmpty() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(2);
    }

    @ParameterizedTest(name = "before code {0} one waits {1}")
    @CsvSource({"2, PT0S", "3, PT15S", "4, PT30S", "5, PT1M"})
    void the_pauses_between_codes_grow(int nth, Duration pause) {
        AttemptWindow window = window(RateScope.CODES_TO_ADDRESS);
        Instant at = NOW;
        for (int i = 1; i < nth; i++) {
            at = at.plusSeconds(120);
            assertThat(window.hit(at)).isEmpty();
        }
        if (!pause.isZero()) {
            assertThat(window.hit(at.plus(pause).minusSeconds(1))).contains(Duration.ofSeconds(1));
        }
        assertThat(window.hit(at.plus(pause))).isEmpty();
    }

    @Test
    void a_network_gets_twenty_codes_an_hour_without_pauses() {
        AttemptWindow window = window(RateScope.CODES_FROM_NETWORK);
        for (int i = 0; i < 20; i++) {
            assertThat(window.hit(NOW)).isEmpty();
        }
        assertThat(window.hit(NOW)).contains(Duration.ofHours(1));
        assertThat(window.hit(NOW.plusSeconds(3599))).contains(Duration.ofSeconds(1));
        assertThat(window.hit(NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    void knocking_on_does_not_make_the_wait_longer() {
        AttemptWindow window = window(RateScope.SECOND_FACTORS);
        for (int second = 0; second < 900; second++) {
            window.hit(NOW.plusSeconds(second));
        }
        assertThat(window.hit(NOW.plusSeconds(900))).isEmpty();
    }

    private static AttemptWindow window(RateScope scope) {
        return new AttemptWindow(new UUID(0, 1), scope, "subject", NOW);
    }
}
