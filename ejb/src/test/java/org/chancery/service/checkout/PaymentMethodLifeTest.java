package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.chancery.model.payment.PaymentRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.platform.CallerIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a payment method comes by the provider's page, and how it goes. */
class PaymentMethodLifeTest {

    private final BillingHouse house = new BillingHouse(Instant.parse("2026-04-10T12:00:00Z"));
    private final UUID account = house.account.id();

    @Test
    void a_visit_to_the_provider_brings_the_new_default_once() {
        house.attach("pm_card_chargeCustomerFail");
        UUID visit = visit();
        assertThat(house.methods.completeSetup(account, visit.toString())).isEmpty();
        house.page.choose(visit, "4242 4242 4242 4242");
        PaymentMethodView first =
                house.methods.completeSetup(account, visit.toString()).orElseThrow();
        PaymentMethodView again =
                house.methods.completeSetup(account, visit.toString()).orElseThrow();
        assertThat(first.isDefault()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(house.attached()).extracting(PaymentMethodView::last4).containsExactly("0341", "4242");
    }

    @Test
    void a_method_that_was_removed_does_not_come_back_by_its_old_visit() {
        UUID visit = visit();
        house.page.choose(visit, "pm_card_visa");
        PaymentMethodView card =
                house.methods.completeSetup(account, visit.toString()).orElseThrow();
        house.removal.remove(account, card.id());
        house.methods.completeSetup(account, visit.toString());
        assertThat(house.attached()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "billing/methods", ""})
    void the_provider_sends_nobody_elsewhere(String returnAddress) {
        assertThatThrownBy(() -> house.methods.openSetup(account, returnAddress))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_renewals_are_charged_to_stays() {
        PaymentMethodView old = house.attach("pm_card_amex");
        PaymentMethodView needed = house.attach("pm_card_visa");
        house.order("startup", Collection.CHARGE);
        assertRefused(PaymentRefusal.METHOD_NEEDED, needed);
        assertThat(house.removal.obstacle(account, old.id())).isNull();
        house.removal.remove(account, old.id());
        assertThat(house.attached()).extracting(PaymentMethodView::id).containsExactly(needed.id());
        assertThatThrownBy(() -> house.removal.remove(account, old.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.checkout.charge(house.lastInvoice().id(), old.id()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_charge_that_is_on_its_way_holds_its_method() {
        PaymentMethodView debit = house.attach("pm_success_de");
        house.order("startup", Collection.CHARGE);
        assertRefused(PaymentRefusal.METHOD_CHARGED, debit);
        house.attach("pm_card_visa");
        assertRefused(PaymentRefusal.METHOD_CHARGED, debit);
    }

    @Test
    void the_newest_that_is_left_becomes_the_default() {
        house.attach("pm_card_amex");
        PaymentMethodView next = house.attach("pm_card_mastercard");
        PaymentMethodView last = house.attach("pm_card_visa");
        house.removal.remove(account, last.id()); // nothing is charged yet: the order waits for its payment
        assertThat(house.attached())
                .filteredOn(PaymentMethodView::isDefault)
                .extracting(PaymentMethodView::id)
                .containsExactly(next.id());
    }

    @Test
    void another_account_finds_nothing() {
        PaymentMethodView card = house.attach("pm_card_visa");
        house.callerName = CallerIdentity.user(new UUID(1, 1), new UUID(8, 8)).toPrincipalName();
        assertThatThrownBy(() -> house.removal.remove(account, card.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.removal.obstacle(account, card.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.methods.openSetup(account, "/billing/methods"))
                .isInstanceOf(NotFoundException.class);
    }

    private void assertRefused(PaymentRefusal reason, PaymentMethodView method) {
        assertThat(house.removal.obstacle(account, method.id())).isEqualTo(reason);
        assertThatThrownBy(() -> house.removal.remove(account, method.id()))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(reason));
        assertThat(house.attached()).extracting(PaymentMethodView::id).contains(method.id());
    }

    private UUID visit() {
        String address = house.methods.openSetup(account, "/billing/methods/return");
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }
}
