package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.PurchaseView.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders by quote, whatever was quoted, and what is shown of them. */
class PurchaseTest {

    private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");

    private final BillingHouse house = new BillingHouse(START);

    @ParameterizedTest(name = "{0} by {1} becomes a {2}")
    @CsvSource({"startup, MONTH, SUBSCRIPTION", "startup, YEAR, SUBSCRIPTION", "perpetual, ONCE, PERPETUAL"})
    void what_is_quoted_decides_what_is_bought(String plan, BillingPeriod period, PlanKind kind) {
        PlacedOrder order = order(plan, period, Collection.WIRE);
        assertThat(order.licenseSecret()).startsWith("lic_");
        assertThat(order.toString()).doesNotContain("lic_");
        PurchaseView purchase = house.purchases.get(order.purchase());
        assertThat(purchase.kind()).isEqualTo(kind);
        assertThat(purchase.stage()).isEqualTo(Stage.AWAITING_PAYMENT);
        assertThat(purchase.waitsUntil()).isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(purchase.isByTransfer(invoiceOf(purchase))).isTrue();
    }

    @Test
    void what_is_paid_once_starts_with_a_year_of_updates_and_renews_by_itself_never() {
        house.attach("pm_card_visa");
        PurchaseView purchase = house.purchases.get(
                order("perpetual", BillingPeriod.ONCE, Collection.CHARGE).purchase());
        assertThat(purchase.stage()).isEqualTo(Stage.STARTED);
        assertThat(purchase.updatesUntil()).isEqualTo(LocalDate.of(2027, 9, 1));
        assertThat(purchase.renewal()).isNull();
        assertThat(purchase.waitsUntil()).isNull();
    }

    @Test
    void what_is_paid_by_the_month_starts_and_renews_at_its_price() {
        house.attach("pm_card_visa");
        PurchaseView purchase = house.purchases.get(
                order("startup", BillingPeriod.MONTH, Collection.CHARGE).purchase());
        assertThat(purchase.stage()).isEqualTo(Stage.STARTED);
        assertThat(purchase.renewal())
                .isEqualTo(new PurchaseView.Renewal(Instant.parse("2026-10-01T10:00:00Z"), 24_900, BillingHouse.EUR));
        assertThat(purchase.updatesUntil()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"startup, MONTH", "perpetual, ONCE"})
    void what_a_card_did_not_pay_waits_until_the_next_morning_and_is_over_then(String plan, BillingPeriod period) {
        house.attach("pm_card_chargeCustomerFail");
        UUID id = order(plan, period, Collection.CHARGE).purchase();
        PurchaseView waiting = house.purchases.get(id);
        assertThat(waiting.waitsUntil()).isEqualTo(START.plus(Duration.ofHours(23)));
        assertThat(waiting.isByTransfer(invoiceOf(waiting))).isFalse();
        house.travel(START.plus(Duration.ofDays(1)));
        house.perpetualTurns.due(10).forEach(house.perpetualTurns::turn);
        assertThat(house.purchases.get(id).stage()).isEqualTo(Stage.OVER);
    }

    @Test
    void a_further_year_is_paid_as_it_was_ordered_and_not_as_the_license_was() {
        house.attach("pm_card_visa");
        UUID id = order("perpetual", BillingPeriod.ONCE, Collection.CHARGE).purchase();
        house.perpetuals.renewUpdates(id, Collection.WIRE, null);
        PurchaseView purchase = house.purchases.get(id);
        assertThat(purchase.isByTransfer(invoiceOf(purchase))).isTrue();
        assertThat(purchase.stage()).isEqualTo(Stage.STARTED);
    }

    @Test
    void a_quote_is_ordered_by_once() {
        QuoteView quote = quote("perpetual", BillingPeriod.ONCE);
        house.purchaseCheckout.buyQuoted(quote.id(), Collection.WIRE);
        assertThatThrownBy(() -> house.purchaseCheckout.buyQuoted(quote.id(), Collection.WIRE))
                .isInstanceOf(DomainException.class);
        assertThat(house.invoices()).hasSize(1);
    }

    @Test
    void what_was_never_quoted_or_bought_is_not_found() {
        UUID unknown = new UUID(0, 1);
        assertThatThrownBy(() -> house.purchaseCheckout.buyQuoted(unknown, Collection.WIRE))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.purchases.get(unknown)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_subscription_is_quoted_without_updates() {
        assertThat(quote("startup", BillingPeriod.YEAR).furtherUpdates()).isNull();
    }

    private PlacedOrder order(String plan, BillingPeriod period, Collection collection) {
        return house.purchaseCheckout.buyQuoted(quote(plan, period).id(), collection);
    }

    private QuoteView quote(String plan, BillingPeriod period) {
        return house.quotes.quote(house.choice(plan, period, Map.of(), null));
    }

    private static InvoiceView invoiceOf(PurchaseView purchase) {
        return Objects.requireNonNull(purchase.invoice());
    }
}
