package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.account.TaxRate;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.coupon.RedemptionStatus;
import org.chancery.model.licensing.License;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualRefusal;
import org.chancery.model.perpetual.PerpetualStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.coupon.CouponDraft;
import org.chancery.service.platform.PageOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and amounts of perpetual licenses, as the rules of money have them. */
class PerpetualMoneyTest {

    private static final long PRICE = 499_000;
    private static final long UPDATES = 199_600; // 40 percent

    private final BillingHouse house = new BillingHouse(Instant.parse("2026-09-01T10:00:00Z"));

    @Test
    void a_charged_license_is_active_at_once_and_covers_a_year() {
        PerpetualLicense perpetual = bought();
        assertThat(perpetual.status()).isEqualTo(PerpetualStatus.ACTIVE);
        assertThat(perpetual.updatesUntil()).contains(LocalDate.of(2027, 9, 1));
        License license = house.licenseRows.require(perpetual.licenseId());
        assertThat(license.refusalAt(house.clock.instant())).isEmpty();
        assertThat(license.covers(LocalDate.of(2027, 9, 1))).isTrue();
        assertThat(license.covers(LocalDate.of(2027, 9, 2))).isFalse();
        Invoice invoice = house.lastInvoice();
        assertThat(invoice.total().minor()).isEqualTo(PRICE);
        assertThat(invoice.isPaid()).isTrue();
        assertThat(invoice.lines().get(0).period().end()).isEqualTo("2027-09-01T22:00:00Z");
    }

    @Test
    void updates_count_from_the_payment_in_the_days_of_the_account() {
        PerpetualLicense perpetual = row(order(Collection.WIRE, null));
        assertThat(perpetual.status()).isEqualTo(PerpetualStatus.INCOMPLETE);
        assertThat(house.licenseRows.require(perpetual.licenseId()).refusalAt(house.clock.instant()))
                .isPresent();
        house.clock.stopAt(Instant.parse("2026-09-10T22:30:00Z")); // past midnight in Madrid
        house.transfer(house.lastInvoice());
        assertThat(perpetual.updatesUntil()).contains(LocalDate.of(2027, 9, 11));
        assertThat(house.lastInvoice().lines().get(0).period().start()).isEqualTo("2026-09-10T22:30:00Z");
    }

    @ParameterizedTest(name = "paid on {0}, updates go on until {1}")
    @CsvSource({
        "2027-08-31, 2028-09-01",
        "2027-09-01, 2028-09-01",
        "2027-09-02, 2028-09-02",
        "2030-02-28, 2031-02-28",
    })
    void a_further_year_adds_to_what_is_left_and_a_lapsed_one_to_today(LocalDate day, LocalDate until) {
        PerpetualLicense perpetual = bought();
        house.clock.stopAt(day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
        assertThat(house.perpetualOrders.offerUpdates(perpetual.id()).until()).isEqualTo(until);
        house.perpetuals.renewUpdates(perpetual.id(), Collection.CHARGE, null);
        assertThat(perpetual.updatesUntil()).contains(until);
        assertThat(house.licenseRows.require(perpetual.licenseId()).updatesUntil())
                .isEqualTo(until);
        assertThat(house.lastInvoice().total().minor()).isEqualTo(UPDATES);
        assertThat(house.lastInvoice().lines().get(0).period().start())
                .isAfterOrEqualTo(
                        house.invoices().get(0).lines().get(0).period().end());
    }

    @Test
    void updates_by_transfer_count_when_they_are_paid() {
        PerpetualLicense perpetual = bought();
        house.perpetuals.renewUpdates(perpetual.id(), Collection.WIRE, UPDATES);
        assertThat(perpetual.updatesUntil()).contains(LocalDate.of(2027, 9, 1));
        assertThatThrownBy(() -> house.perpetuals.renewUpdates(perpetual.id(), Collection.WIRE, null))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.refusal())
                        .isEqualTo(PerpetualRefusal.UPDATES_AWAIT_PAYMENT));
        house.transfer(house.lastInvoice());
        assertThat(perpetual.updatesUntil()).contains(LocalDate.of(2028, 9, 1));
        house.perpetuals.renewUpdates(perpetual.id(), Collection.CHARGE, null);
        assertThat(perpetual.updatesUntil()).contains(LocalDate.of(2029, 9, 1));
    }

    @Test
    void nobody_pays_for_updates_what_was_not_said() {
        PerpetualLicense perpetual = bought();
        assertThatThrownBy(() -> house.perpetuals.renewUpdates(perpetual.id(), Collection.WIRE, UPDATES - 1))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.refusal()).isEqualTo(CheckoutRefusal.QUOTE_EXPIRED));
        assertThat(perpetual.updatesInvoiceId()).isEmpty();
    }

    @Test
    void updates_that_nobody_pays_are_forgotten_and_the_license_stays() {
        PerpetualLicense perpetual = bought();
        house.perpetuals.renewUpdates(perpetual.id(), Collection.WIRE, null);
        travel(Duration.ofDays(30));
        assertThat(house.lastInvoice().status()).isEqualTo(InvoiceStatus.VOID);
        assertThat(perpetual.status()).isEqualTo(PerpetualStatus.ACTIVE);
        assertThat(perpetual.updatesUntil()).contains(LocalDate.of(2027, 9, 1));
        assertThat(house.perpetualOrders.offerUpdates(perpetual.id()).amount()).isEqualTo(UPDATES);
    }

    @Test
    void an_order_by_card_waits_twenty_three_hours_and_one_by_transfer_thirty_days() {
        house.attach("pm_card_chargeCustomerFail");
        PerpetualLicense card = row(order(Collection.CHARGE, null));
        PerpetualLicense wire = row(order(Collection.WIRE, null));
        travel(Duration.ofHours(23).minusSeconds(1));
        assertThat(card.status()).isEqualTo(PerpetualStatus.INCOMPLETE);
        travel(Duration.ofSeconds(1));
        assertThat(card.status()).isEqualTo(PerpetualStatus.INCOMPLETE_EXPIRED);
        assertThat(house.invoices().get(0).status()).isEqualTo(InvoiceStatus.VOID);
        assertThat(house.licenseRows.require(card.licenseId()).refusalAt(house.clock.instant()))
                .isPresent();
        travel(Duration.ofDays(29));
        assertThat(wire.status()).isEqualTo(PerpetualStatus.INCOMPLETE);
        travel(Duration.ofDays(1));
        assertThat(wire.status()).isEqualTo(PerpetualStatus.INCOMPLETE_EXPIRED);
    }

    @Test
    void a_debit_that_is_on_its_way_holds_the_order() {
        house.attach("pm_successDelayed_de");
        PerpetualLicense perpetual = row(order(Collection.CHARGE, null));
        travel(Duration.ofHours(30));
        assertThat(perpetual.status()).isEqualTo(PerpetualStatus.INCOMPLETE);
        assertThat(house.lastInvoice().isOpen()).isTrue();
    }

    @Test
    void what_expires_gives_its_credit_and_coupon_back() {
        house.order("maker", Collection.WIRE);
        house.transfers.record(house.lastInvoice().id(), new ReceivedTransfer(6_000, "too much", null));
        house.coupons.create(half());
        order(Collection.WIRE, "HALF");
        assertThat(house.lastInvoice().total().minor()).isEqualTo(PRICE / 2);
        assertThat(house.lastInvoice().creditApplied().minor()).isEqualTo(5_000);
        assertThat(house.available().minor()).isZero();
        travel(Duration.ofDays(30));
        assertThat(house.available().minor()).isEqualTo(5_000);
        assertThat(redeemed()).isZero();
        order(Collection.WIRE, "HALF");
        assertThat(redeemed()).isEqualTo(1);
    }

    @Test
    void a_subscription_that_expires_gives_its_coupon_back_too() {
        house.coupons.create(half());
        house.checkout.buy(house.choice("maker", BillingPeriod.MONTH, Map.of(), "HALF"), Collection.WIRE);
        house.travel(house.clock.instant().plus(Duration.ofDays(31)));
        assertThat(redeemed()).isZero();
    }

    @Test
    void what_is_sold_with_a_coupon_is_a_sale_once_it_is_paid() {
        house.coupons.create(half());
        order(Collection.WIRE, "HALF");
        assertThat(house.sales.all()).isEmpty();
        house.transfer(house.lastInvoice());
        assertThat(house.sales.all()).singleElement().satisfies(sale -> {
            assertThat(sale.netSale().minor()).isEqualTo(PRICE / 2);
            assertThat(sale.discount().minor()).isEqualTo(PRICE / 2);
        });
        house.perpetuals.renewUpdates(
                house.perpetualRows.page(null, null, 1).get(0).id(), Collection.WIRE, null);
        assertThat(house.lastInvoice().total().minor()).isEqualTo(UPDATES);
        house.transfer(house.lastInvoice());
        assertThat(house.sales.all()).hasSize(1);
    }

    @Test
    void a_voided_order_ends_and_a_voided_year_of_updates_is_forgotten() {
        PerpetualLicense ordered = row(order(Collection.WIRE, null));
        house.closing.voidInvoice(house.lastInvoice().id());
        assertThat(ordered.status()).isEqualTo(PerpetualStatus.INCOMPLETE_EXPIRED);
        PerpetualLicense perpetual = bought();
        house.perpetuals.renewUpdates(perpetual.id(), Collection.WIRE, null);
        house.closing.voidInvoice(house.lastInvoice().id());
        assertThat(perpetual.updatesInvoiceId()).isEmpty();
        assertThat(perpetual.expiresAt()).isEmpty();
    }

    @Test
    void money_for_an_expired_order_becomes_credit_and_nothing_else() {
        house.attach("pm_card_authenticationRequired");
        PerpetualOrderView order = order(Collection.CHARGE, null);
        travel(Duration.ofHours(24));
        UUID payment = Objects.requireNonNull(order.payment()).id();
        house.bank.answer(payment, true);
        house.checkout.resume(payment);
        assertThat(row(order).status()).isEqualTo(PerpetualStatus.INCOMPLETE_EXPIRED);
        assertThat(house.available().minor()).isEqualTo(PRICE);
    }

    @Test
    void tax_is_that_of_the_day_and_add_ons_cost_ten_months() {
        house.settle(List.of(new TaxRate("DE", new BigDecimal("19"), LocalDate.of(2020, 1, 1))));
        Choice choice = house.choice("perpetual", BillingPeriod.ONCE, Map.of("custom-domains", 2), null);
        QuoteView quote = house.quotes.quote(choice);
        assertThat(quote.subtotal()).isEqualTo(PRICE + 40_000);
        assertThat(quote.tax()).isEqualTo(102_410);
        assertThat(quote.next()).isNull();
        assertThat(quote.furtherUpdates()).isEqualTo(UPDATES);
        PerpetualOrderView order = house.perpetuals.buyQuoted(quote.id(), Collection.WIRE);
        assertThat(order.invoice().total()).isEqualTo(quote.total());
    }

    @Test
    void plans_are_sold_the_way_they_are_paid() {
        assertThatThrownBy(() -> house.perpetuals.buy(
                        house.choice("maker", BillingPeriod.MONTH, Map.of(), null), Collection.WIRE))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> house.checkout.buy(
                        house.choice("perpetual", BillingPeriod.ONCE, Map.of(), null), Collection.WIRE))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(house.perpetualRows.page(null, null, PageOf.MAX)).isEmpty();
        assertThat(house.subscriptionRows.all()).isEmpty();
    }

    private PerpetualLicense bought() {
        house.attach("pm_card_visa");
        return row(order(Collection.CHARGE, null));
    }

    private PerpetualOrderView order(Collection collection, @Nullable String coupon) {
        return house.perpetuals.buy(house.choice("perpetual", BillingPeriod.ONCE, Map.of(), coupon), collection);
    }

    private PerpetualLicense row(PerpetualOrderView order) {
        return house.perpetualRows.require(order.perpetual().id());
    }

    private long redeemed() {
        return house.redemptions.all().stream()
                .filter(redemption -> redemption.status() != RedemptionStatus.RETURNED)
                .count();
    }

    private static CouponDraft half() {
        return new CouponDraft(
                "HALF", BigDecimal.valueOf(50), null, null, "once", null, null, null, null, null, null, null, null);
    }

    private void travel(Duration time) {
        Instant target = house.clock.instant().plus(time);
        house.travel(target);
        house.perpetualTurns.due(100).forEach(house.perpetualTurns::turn);
    }
}
