package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Outcome.Unanswered SILENCE = new Outcome.Unanswered(Trouble.UNREACHABLE);

    private final Pace pace = new Pace(new SplittableRandom(3));

    @Test
    void a_thousand_instances_do_not_write_together() {
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Duration wait = pace.unanswered(SILENCE);
            assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
            waits.add(wait);
        }
        assertThat(waits).hasSizeGreaterThan(900);
        assertThat(pace.failures()).isEqualTo(1000);
    }

    @Test
    void silence_is_met_with_growing_patience() {
        Duration first = pace.unanswered(SILENCE);
        assertThat(first).isLessThanOrEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 10; i++) {
            pace.unanswered(SILENCE);
        }
        assertThat(pace.unanswered(SILENCE)).isGreaterThan(Duration.ofMinutes(2));
    }

    @Test
    void a_server_that_asks_to_wait_is_obeyed_within_reason() {
        Duration asked = Duration.ofMinutes(20);
        assertThat(pace.unanswered(new Outcome.Unanswered(Trouble.TOO_MANY_REQUESTS, asked)))
                .isEqualTo(asked);
        assertThat(pace.unanswered(new Outcome.Unanswered(Trouble.UNREACHABLE, Duration.ofDays(9))))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_refusal_that_may_be_lifted_is_looked_at_every_few_minutes() {
        assertThat(pace.refused(null)).isBetween(Duration.ofSeconds(149), Duration.ofMinutes(5));
        assertThat(pace.refused(Duration.ofDays(1))).isBetween(Duration.ofSeconds(149), Duration.ofMinutes(5));
        assertThat(pace.refused(Duration.ZERO)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pace.failures()).isZero();
    }

    @Test
    void a_lost_seat_is_asked_for_at_once_unless_that_happens_again_and_again() {
        assertThat(pace.evicted()).isZero();
        assertThat(pace.evicted()).isPositive();
        pace.settled();
        assertThat(pace.evicted()).isZero();
    }
}
