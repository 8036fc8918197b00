package org.chancery.service.payment.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.InMemorySandboxCharges;
import org.chancery.model.payment.InMemorySandboxSetups;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.payment.port.AttachedMethod;
import org.chancery.service.payment.port.ChargeOrder;
import org.chancery.service.payment.port.ChargeOutcome;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.ChanceryConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxPaymentGatewayTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final UUID ACCOUNT = new UUID(4, 4);
    private static final UUID KEY = new UUID(7, 7);
    private static final Money AMOUNT = Money.ofMinor(24900, "EUR");

    private final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    private final InMemorySandboxCharges rows = new InMemorySandboxCharges();
    private final ChanceryConfig config = new ChanceryConfig(
            ChanceryConfig.Mode.SANDBOX,
            URI.create("https://licenses.example"),
            new byte[32],
            null,
            null,
            null,
            null,
            "a@example.org");
    private final SandboxChargeService bank = new SandboxChargeService(rows, config, clock);
    private final SandboxSetupService page =
            new SandboxSetupService(new InMemorySandboxSetups(), config, new Ids(clock, new SecureRandom()));
    private final SandboxPaymentGateway gateway = new SandboxPaymentGateway(bank, page, config);

    @BeforeEach
    void noon() {
        clock.stopAt(NOON);
    }

    @ParameterizedTest(name = "{0} is {1} {2} and ends {3}")
    @CsvSource({
        "pm_card_visa, visa, 4242, SUCCEEDED,",
        "4242 4242 4242 4242, visa, 4242, SUCCEEDED,",
        "5555555555554444, mastercard, 4444, SUCCEEDED,",
        "pm_card_amex, amex, 0005, SUCCEEDED,",
        "pm_card_chargeCustomerFail, visa, 0341, DECLINED, CARD_DECLINED",
        "4000000000000002, visa, 0002, DECLINED, CARD_DECLINED",
        "pm_card_visa_chargeDeclinedInsufficientFunds, visa, 9995, DECLINED, INSUFFICIENT_FUNDS",
        "pm_card_chargeDeclinedExpiredCard, visa, 0069, DECLINED, EXPIRED_CARD",
        "pm_card_authenticationRequired, visa, 3184, NEEDS_CONFIRMATION,",
    })
    void cards(String token, String brand, String last4, ChargeOutcome.Kind kind, Decline decline) {
        AttachedMethod card = gateway.attach(ACCOUNT, PaymentMethodType.CARD, token);
        assertThat(card.brand()).isEqualTo(brand);
        assertThat(card.last4()).isEqualTo(last4);
        assertThat(card.reference()).startsWith("pm_"); // a number is never kept

        ChargeOutcome outcome = gateway.charge(new ChargeOrder(KEY, card.reference(), AMOUNT));
        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.decline()).isEqualTo(decline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_unheard_of", "4242424242424241", "", "pm_success_de"})
    void what_is_no_test_card_is_refused(String token) {
        assertThatThrownBy(() -> gateway.attach(ACCOUNT, PaymentMethodType.CARD, token))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("token")));
    }

    @ParameterizedTest(name = "{0} ends {1}")
    @CsvSource({
        "pm_success_de, SUCCEEDED,",
        "DE89 3704 0044 0532 0130 00, SUCCEEDED,",
        "pm_failed_fr, DECLINED, DEBIT_FAILED",
        "pm_insufficientFunds_at, DECLINED, INSUFFICIENT_FUNDS",
    })
    void debits_take_their_time(String token, ChargeOutcome.Kind kind, Decline decline) {
        AttachedMethod debit = gateway.attach(ACCOUNT, PaymentMethodType.SEPA, token);
        assertThat(charge(debit.reference())).isEqualTo(ChargeOutcome.PROCESSING);

        clock.stopAt(NOON.plus(SandboxChargeService.DEBIT_TAKES).minusSeconds(1));
        assertThat(gateway.stateOf(KEY)).isEqualTo(ChargeOutcome.PROCESSING);
        clock.stopAt(NOON.plus(SandboxChargeService.DEBIT_TAKES));
        assertThat(gateway.stateOf(KEY).kind()).isEqualTo(kind);
        assertThat(gateway.stateOf(KEY).decline()).isEqualTo(decline);
    }

    @Test
    void a_repeated_key_gives_the_same_answer_and_charges_once() {
        ChargeOutcome first = charge("pm_card_visa");
        assertThat(charge("pm_card_chargeCustomerFail")).isEqualTo(first);
        assertThat(gateway.stateOf(KEY)).isEqualTo(first);
        assertThat(rows.size()).isEqualTo(1);
    }

    @Test
    void what_never_arrived_is_absent() {
        assertThat(gateway.stateOf(KEY)).isEqualTo(ChargeOutcome.ABSENT);
        assertThat(gateway.cancel(KEY)).isEqualTo(ChargeOutcome.ABSENT);
    }

    @Test
    void the_customer_answers_once() {
        assertThat(charge("pm_card_authenticationRequired").confirmUrl())
                .isEqualTo("https://licenses.example/sandbox/confirm/" + KEY);
        assertThat(bank.answer(KEY, true)).isTrue();
        assertThat(bank.answer(KEY, false)).isFalse();
        assertThat(gateway.stateOf(KEY)).isEqualTo(ChargeOutcome.SUCCEEDED);
        assertThat(gateway.cancel(KEY)).isEqualTo(ChargeOutcome.SUCCEEDED);
    }

    @Test
    void a_refused_confirmation_is_a_decline() {
        charge("pm_card_authenticationRequired");
        bank.answer(KEY, false);
        assertThat(gateway.stateOf(KEY)).isEqualTo(ChargeOutcome.declined(Decline.AUTHENTICATION_FAILED));
    }

    @Test
    void a_confirmed_card_may_still_be_declined() {
        charge("pm_card_authenticationRequiredChargeDeclinedInsufficientFunds");
        bank.answer(KEY, true);
        assertThat(gateway.stateOf(KEY)).isEqualTo(ChargeOutcome.declined(Decline.INSUFFICIENT_FUNDS));
    }

    @Test
    void what_was_given_up_can_not_be_confirmed() {
        charge("pm_card_authenticationRequired");
        assertThat(gateway.cancel(KEY)).isEqualTo(ChargeOutcome.declined(Decline.ABANDONED));
        assertThat(bank.answer(KEY, true)).isFalse();
    }

    @ParameterizedTest(name = "{0} is kept as {1}, {2} ending {3}")
    @CsvSource({
        "4242 4242 4242 4242, pm_card_visa, visa, 4242",
        "pm_card_amex, pm_card_amex, amex, 0005",
        "DE62 3704 0044 0532 0130 01, pm_failed_de, sepa de, 3001",
    })
    void what_is_chosen_on_the_page_comes_back(String typed, String reference, String brand, String last4) {
        UUID visit = visit("/billing/methods?next=/overview");
        assertThat(gateway.setupOutcome(ACCOUNT, visit.toString())).isEmpty();
        assertThat(page.choose(visit, typed).returnAddress())
                .isEqualTo("/billing/methods?next=/overview&setup=" + visit);
        AttachedMethod chosen = gateway.setupOutcome(ACCOUNT, visit.toString()).orElseThrow();
        assertThat(chosen.reference()).isEqualTo(reference); // a number is never kept
        assertThat(chosen.brand()).isEqualTo(brand);
        assertThat(chosen.last4()).isEqualTo(last4);
    }

    @Test
    void a_visit_ends_with_the_first_answer() {
        UUID chosen = visit("/billing/methods");
        page.choose(chosen, "pm_card_visa");
        assertThat(page.turnBack(chosen).open()).isFalse();
        page.choose(chosen, "pm_card_amex");
        assertThat(gateway.setupOutcome(ACCOUNT, chosen.toString()))
                .map(AttachedMethod::brand)
                .contains("visa");

        UUID left = visit("/billing/methods");
        page.turnBack(left);
        page.choose(left, "pm_card_visa");
        assertThat(gateway.setupOutcome(ACCOUNT, left.toString())).isEmpty();
    }

    @Test
    void what_stands_for_nothing_is_named_and_leaves_the_page_open() {
        UUID visit = visit("/billing/methods");
        assertThatThrownBy(() -> page.choose(visit, "4111"))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("token")));
        assertThat(page.view(visit).open()).isTrue();
    }

    @Test
    void nobody_takes_over_what_another_account_chose() {
        UUID visit = visit("/billing/methods");
        page.choose(visit, "pm_card_visa");
        assertThatThrownBy(() -> gateway.setupOutcome(new UUID(5, 5), visit.toString()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> gateway.setupOutcome(ACCOUNT, "cs_made_up")).isInstanceOf(NotFoundException.class);
    }

    private UUID visit(String returnAddress) {
        String address = gateway.openSetup(ACCOUNT, returnAddress);
        assertThat(address).startsWith("https://licenses.example/sandbox/setup/");
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private ChargeOutcome charge(String reference) {
        return gateway.charge(new ChargeOrder(KEY, reference, AMOUNT));
    }
}
