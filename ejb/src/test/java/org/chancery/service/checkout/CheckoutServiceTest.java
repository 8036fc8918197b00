package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.billing.BillingRefusal;
import org.chancery.model.billing.Invoice;
import org.chancery.model.licensing.LicenseStatus;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.PaymentRefusal;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.platform.Refusal;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.payment.port.ChargeOutcome;
import org.chancery.service.platform.CallerIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutServiceTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Money PRICE = Money.ofMinor(24900, "EUR");

    private final BillingHouse house = new BillingHouse(NOON);
    private final Subscription subscription = house.row(house.order("startup", Collection.WIRE));
    private final Invoice invoice = house.lastInvoice();

    @Test
    void a_charge_that_succeeds_starts_the_subscription() {
        house.attach("pm_card_visa");
        assertThat(charge().payment().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertPaidOnce();
    }

    @Test
    void a_declined_card_leaves_everything_as_it_was_and_another_one_may_pay() {
        house.attach("pm_card_chargeCustomerFail");
        assertRefused(Decline.CARD_DECLINED, this::charge);
        assertThat(invoice.amountDue()).isEqualTo(PRICE);
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.INCOMPLETE);
        assertThat(isActivated()).isFalse();

        house.attach("pm_card_visa");
        charge();
        assertPaidOnce();
        assertRefused(BillingRefusal.INVOICE_NOT_OPEN, this::charge);
    }

    @Test
    void the_newest_method_is_the_default_and_any_may_be_named() {
        PaymentMethodView good = house.attach("pm_card_visa");
        house.attach("pm_card_visa_chargeDeclinedInsufficientFunds");
        assertThat(house.methods.list(house.account.id()))
                .extracting(PaymentMethodView::isDefault)
                .containsExactly(false, true);
        assertRefused(Decline.INSUFFICIENT_FUNDS, this::charge);
        house.checkout.charge(invoice.id(), good.id());
        assertPaidOnce();
    }

    @Test
    void nothing_is_charged_without_a_method() {
        assertRefused(PaymentRefusal.NO_PAYMENT_METHOD, this::charge);
        assertThatThrownBy(() -> house.checkout.charge(invoice.id(), new UUID(9, 9)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(house.paymentRows.ofInvoice(invoice.id())).isEmpty();
    }

    @Test
    void a_confirmation_settles_the_payment() {
        house.attach("pm_card_authenticationRequired");
        PaymentView payment = charge().payment();
        assertThat(payment.status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
        assertThat(payment.confirmUrl()).endsWith("/sandbox/confirm/" + payment.id());

        house.bank.answer(payment.id(), true);
        house.checkout.resume(payment.id());
        house.checkout.resume(payment.id());
        assertPaidOnce();
    }

    @Test
    void a_payment_that_waits_for_the_customer_gives_way_to_another_card() {
        house.attach("pm_card_authenticationRequired");
        PaymentView waiting = charge().payment();
        house.attach("pm_card_visa");
        charge();
        assertPaidOnce();
        assertThat(house.paymentRows.require(waiting.id()).decline()).contains(Decline.ABANDONED);
        assertThat(house.bank.answer(waiting.id(), true)).isFalse();
    }

    @Test
    void a_confirmation_we_have_not_heard_of_yet_is_not_charged_again() {
        house.attach("pm_card_authenticationRequired");
        house.bank.answer(charge().payment().id(), true);
        house.attach("pm_card_visa");
        assertRefused(BillingRefusal.INVOICE_NOT_OPEN, this::charge);
        assertPaidOnce();
        assertThat(house.bankRows.size()).isEqualTo(1);
    }

    @Test
    void a_debit_on_its_way_keeps_the_order_and_blocks_a_second_attempt() {
        house.attach("pm_success_de");
        assertThat(charge().payment().status()).isEqualTo(PaymentStatus.PROCESSING);
        house.attach("pm_card_visa");
        assertRefused(PaymentRefusal.PAYMENT_IN_PROGRESS, this::charge);

        house.advance(Duration.ofMinutes(4));
        house.wake();
        assertThat(invoice.isPaid()).isFalse(); // nobody asked yet
        house.advance(Duration.ofMinutes(1));
        house.wake();
        assertPaidOnce();
    }

    @ParameterizedTest(name = "the provider {0} before the crash")
    @ValueSource(strings = {"was not called", "was called"})
    void a_crash_between_the_steps_is_made_good(String how) {
        house.attach("pm_card_visa");
        PaymentView attempt = house.charges.begin(invoice.id(), null);
        if (how.equals("was called")) {
            house.payments.collect(attempt.id());
        }
        house.wake();
        assertThat(invoice.isPaid()).isFalse();

        house.advance(Duration.ofMinutes(5));
        house.wake();
        house.wake();
        assertPaidOnce();
        assertThat(house.bankRows.size()).isEqualTo(1);
    }

    @Test
    void an_attempt_that_nobody_wants_any_more_is_not_sent_again() {
        house.attach("pm_card_visa");
        PaymentView attempt = house.charges.begin(invoice.id(), null);
        invoice.receive(PRICE, house.clock.instant()); // paid by transfer in the meantime
        house.advance(Duration.ofMinutes(5));
        house.wake();
        assertThat(house.paymentRows.require(attempt.id()).decline()).contains(Decline.ABANDONED);
        assertThat(house.bankRows.size()).isZero();
    }

    @Test
    void an_old_attempt_is_not_sent_again() {
        house.attach("pm_card_visa");
        PaymentView attempt = house.charges.begin(invoice.id(), null);
        house.advance(Duration.ofHours(23));
        house.wake();
        assertThat(house.paymentRows.require(attempt.id()).status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(house.bankRows.size()).isZero();
    }

    @Test
    void money_that_nothing_asks_for_becomes_credit_once() {
        house.attach("pm_card_authenticationRequired");
        PaymentView payment = charge().payment();
        invoice.receive(PRICE, house.clock.instant()); // a transfer was faster
        house.bank.answer(payment.id(), true);
        house.checkout.resume(payment.id());
        house.checkout.resume(payment.id());
        assertThat(house.ledger.all())
                .hasSize(2)
                .extracting(entry -> entry.money().minor())
                .containsExactlyInAnyOrder(24900L, -24900L); // two sides of one journal
    }

    @Test
    void an_unanswered_charge_is_asked_for_at_growing_distances_and_then_parked() {
        house.attach("pm_card_visa");
        PaymentView attempt = house.charges.begin(invoice.id(), null);
        int asks = 0;
        for (int hour = 0; hour < 24 * 20; hour++) {
            house.advance(Duration.ofHours(1));
            for (UUID due : house.payments.due(10)) {
                house.payments.record(due, ChargeOutcome.UNKNOWN);
                asks++;
            }
        }
        assertThat(asks).isEqualTo(8);
        assertThat(house.paymentRows.require(attempt.id()).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(house.paymentRows.require(attempt.id()).askAt()).isEmpty();
    }

    @Test
    void another_account_finds_nothing() {
        house.attach("pm_card_authenticationRequired");
        PaymentView payment = charge().payment();
        house.callerName = CallerIdentity.user(new UUID(1, 1), new UUID(8, 8)).toPrincipalName();
        assertThatThrownBy(this::charge).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.checkout.resume(payment.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.payments.record(payment.id(), ChargeOutcome.SUCCEEDED))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.payments.latestOf(invoice.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.methods.list(house.account.id())).isInstanceOf(NotFoundException.class);
    }

    private boolean isActivated() {
        return house.licenseRows.require(subscription.licenseId()).statusAt(house.clock.instant())
                == LicenseStatus.ACTIVE;
    }

    private ChargedInvoice charge() {
        return house.checkout.charge(invoice.id(), null);
    }

    private void assertPaidOnce() {
        assertThat(invoice.isPaid()).isTrue();
        assertThat(invoice.amountPaid()).isEqualTo(PRICE);
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(isActivated()).isTrue();
        assertThat(house.ledger.all()).isEmpty();
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
