package org.chancery.model.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private final OutboxMessage message = new OutboxMessage(new UUID(0, 9), mail(), NOW, NOW.plusSeconds(600));

    @Test
    void a_worker_that_dies_loses_its_claim_when_the_lease_ends() {
        message.claim(ONE, NOW, LEASE);
        assertThat(message.isClaimableAt(NOW.plus(LEASE).minusMillis(1))).isFalse();
        assertThatThrownBy(() -> message.claim(OTHER, NOW, LEASE)).isInstanceOf(IllegalStateException.class);
        message.claim(OTHER, NOW.plus(LEASE), LEASE);
        assertThat(message.isClaimedBy(OTHER)).isTrue();
        assertThat(message.isClaimedBy(ONE)).isFalse();
    }

    @ParameterizedTest(name = "after {0} failures it waits {1}")
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "8, PT1H4M", "10, PT4H16M", "11, PT6H"})
    void the_pauses_grow(int failures, Duration pause) {
        for (int i = 0; i < failures; i++) {
            message.recordFailure(NOW, "connection refused");
        }
        assertThat(message.nextAttemptAt()).isEqualTo(NOW.plus(pause));
        assertThat(message.isClaimableAt(NOW.plus(pause).minusMillis(1))).isFalse();
        assertThat(message.isClaimableAt(NOW.plus(pause))).isTrue();
    }

    @Test
    void the_twelfth_failure_parks_it() {
        for (int i = 0; i < OutboxMessage.MAX_ATTEMPTS; i++) {
            assertThat(message.isOpen()).isTrue();
            message.recordFailure(NOW, "connection refused");
        }
        assertThat(message.parkedAt()).isEqualTo(NOW);
        assertThat(message.isClaimableAt(NOW.plus(Duration.ofDays(30)))).isFalse();
        assertThat(message.lastError()).isEqualTo("connection refused");
    }

    @Test
    void once_it_is_over_the_body_is_gone() {
        message.claim(ONE, NOW, LEASE);
        message.recordSent(NOW);
        assertThat(message.mail().text()).isEmpty();
        assertThat(message.mail().html()).isEmpty();
        assertThat(message.isClaimableAt(NOW.plus(LEASE))).isFalse();
    }

    @Test
    void a_code_that_is_over_is_not_worth_a_mail() {
        assertThat(message.isUselessAt(NOW.plusSeconds(600))).isFalse();
        assertThat(message.isUselessAt(NOW.plusSeconds(601))).isTrue();
        assertThat(new OutboxMessage(ONE, mail(), NOW, null).isUselessAt(NOW.plusSeconds(999_999)))
                .isFalse();
    }

    @Test
    void a_subject_is_one_line() {
        EmailAddress to = new EmailAddress("ana@example.org");
        assertThatThrownBy(() -> new Mail(to, "Hello\r\nBcc: eve@example.org", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Mail mail() {
        return new Mail(new EmailAddress("ana@example.org"), "Your code", "12345678", "<p>12345678</p>");
    }
}
