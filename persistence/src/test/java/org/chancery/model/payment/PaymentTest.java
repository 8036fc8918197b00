package org.chancery.model.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(300);

    private final Payment payment = Payment.attempt(
            new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), Money.ofMinor(999, "EUR"), new UUID(4, 4), NOON, LATER);

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "PENDING, REQUIRES_ACTION, true",
        "PENDING, PROCESSING, true",
        "PENDING, SUCCEEDED, true",
        "PENDING, FAILED, true",
        "REQUIRES_ACTION, PENDING, false",
        "REQUIRES_ACTION, PROCESSING, true",
        "REQUIRES_ACTION, SUCCEEDED, true",
        "REQUIRES_ACTION, FAILED, true",
        "PROCESSING, REQUIRES_ACTION, false",
        "PROCESSING, SUCCEEDED, true",
        "PROCESSING, FAILED, true",
        "FAILED, PROCESSING, false",
        "FAILED, SUCCEEDED, true",
        "SUCCEEDED, FAILED, false",
        "SUCCEEDED, PROCESSING, false",
    })
    void moves(PaymentStatus from, PaymentStatus to, boolean allowed) {
        assertThat(from.canBecome(to)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource
    void hearing_the_same_again_changes_nothing(PaymentStatus status) {
        assertThat(status.canBecome(status)).isFalse();
    }

    @Test
    void an_attempt_waits_for_its_answer() {
        assertThat(payment.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.askAt()).contains(LATER);
        assertThat(payment.isInFlight()).isTrue();
    }

    @Test
    void money_is_settled_once() {
        assertThat(payment.settle(NOON)).isTrue();
        assertThat(payment.settle(LATER)).isFalse();
        assertThat(payment.receivedAt()).contains(NOON);
        assertThat(payment.askAt()).isEmpty();
        assertThat(payment.fail(Decline.CARD_DECLINED)).isFalse();
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.decline()).isEmpty();
    }

    @Test
    void money_that_moved_after_all_is_recorded() {
        assertThat(payment.fail(Decline.ABANDONED)).isTrue();
        assertThat(payment.fail(Decline.CARD_DECLINED)).isFalse();
        assertThat(payment.decline()).contains(Decline.ABANDONED);
        assertThat(payment.settle(LATER)).isTrue();
        assertThat(payment.decline()).isEmpty();
    }

    @Test
    void a_confirmation_has_an_address_until_it_is_answered() {
        assertThat(payment.awaitConfirmation("https://bank.example", LATER)).isTrue();
        assertThat(payment.confirmUrl()).contains("https://bank.example");
        assertThat(payment.settle(LATER)).isTrue();
        assertThat(payment.confirmUrl()).isEmpty();
    }

    @Test
    void asking_is_counted_anew_for_each_state() {
        payment.stayOpen(LATER);
        payment.stayOpen(null);
        assertThat(payment.asks()).isEqualTo(2);
        assertThat(payment.askAt()).isEmpty();
        payment.process(LATER);
        assertThat(payment.asks()).isZero();
        assertThat(payment.askAt()).contains(LATER);
    }

    @Test
    void an_unknown_word_is_a_plain_decline() {
        assertThat(Decline.ofWord("insufficient_funds")).isEqualTo(Decline.INSUFFICIENT_FUNDS);
        assertThat(Decline.ofWord("do_not_honor")).isEqualTo(Decline.CARD_DECLINED);
    }
}
