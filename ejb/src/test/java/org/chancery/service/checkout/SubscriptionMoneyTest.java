package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.model.billing.BillingRefusal;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.billing.InvoiceType;
import org.chancery.model.payment.Decline;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.CatalogFixture;
import org.junit.jupiter.api.Test;

/** Dates and amounts of subscriptions, as the rules of money have them. */
class SubscriptionMoneyTest {

    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");

    private final BillingHouse house = new BillingHouse(SEPTEMBER);

    @Test
    void what_is_deleted_gives_the_unused_part_back_an_hour_later() {
        BillingHouse seed = new BillingHouse(SEPTEMBER, priced(29_900, 30_000), "DE", null);
        Subscription subscription = seed.running("small");
        seed.travel("2026-09-11T08:15:30Z");
        seed.cancelNow(subscription);
        assertThat(seed.pendingCredit().minor()).isEqualTo(19_590);
        assertThat(seed.available().minor()).isZero();
        seed.advance(Duration.ofHours(1));
        assertThat(seed.available().minor()).isEqualTo(19_590);
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.CANCELED);

        seed.order("small", Collection.CHARGE);
        assertThat(seed.lastInvoice().creditApplied().minor()).isEqualTo(19_590);
        assertThat(seed.lastInvoice().amountPaid().minor()).isEqualTo(10_310);
        assertThat(seed.available().minor()).isZero();
    }

    @Test
    void an_upgrade_halfway_gives_five_back_and_charges_ten() {
        BillingHouse seed = new BillingHouse(SEPTEMBER, priced(1_000, 2_000), "DE", null);
        Subscription subscription = seed.running("small");
        seed.travel("2026-09-16T00:00:00Z");
        seed.change(subscription, "large");
        assertThat(seed.lastInvoice().lines()).extracting(InvoiceLine::amount).containsExactly(-500L, 1_000L);
        assertThat(seed.lastInvoice().total().minor()).isEqualTo(500);
        assertThat(subscription.planItem().code()).isEqualTo("large");
        seed.travel("2026-10-01T00:00:00Z");
        assertThat(seed.lastInvoice().total().minor()).isEqualTo(2_000);
    }

    @Test
    void periods_are_counted_from_the_anchor() {
        BillingHouse january = new BillingHouse(Instant.parse("2027-01-31T10:00:00Z"));
        Subscription subscription = january.running("maker");
        january.travel("2027-05-01T00:00:00Z");
        assertThat(january.invoices())
                .extracting(invoice -> invoice.issuedAt().orElseThrow().toString())
                .containsExactly(
                        "2027-01-31T10:00:00Z", "2027-02-28T10:00:00Z", "2027-03-31T10:00:00Z", "2027-04-30T10:00:00Z");
        assertThat(january.invoices()).allMatch(Invoice::isPaid);
        assertThat(subscription.currentPeriod().orElseThrow().end()).isEqualTo("2027-05-31T10:00:00Z");
    }

    @Test
    void ten_years_are_billed_period_by_period() {
        Subscription subscription = house.running("maker");
        house.travel("2036-09-01T00:00:00Z");
        List<Invoice> all = house.invoices();
        assertThat(all).hasSize(121).allMatch(Invoice::isPaid);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).lines().get(0).period().start())
                    .isEqualTo(all.get(i - 1).lines().get(0).period().end());
        }
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void a_downgrade_waits_for_the_end_of_the_period_and_can_be_undone() {
        Subscription subscription = house.running("business");
        house.travel("2026-09-10T00:00:00Z");
        house.change(subscription, "startup");
        assertThat(subscription.planItem().code()).isEqualTo("business");
        assertThat(subscription.scheduledChange().orElseThrow().effectiveAt()).isEqualTo("2026-10-01T00:00:00Z");
        house.changes.undo(subscription.id());
        assertThat(subscription.scheduledChange()).isEmpty();
        house.change(subscription, "startup");
        house.travel("2026-10-01T00:00:00Z");
        assertThat(subscription.planItem().code()).isEqualTo("startup");
        assertThat(house.lastInvoice().total().minor()).isEqualTo(24_900);
        assertThat(house.ledger.all()).isEmpty();
    }

    @Test
    void a_downgrade_now_becomes_credit() {
        Subscription subscription = house.running("business");
        house.travel("2026-09-16T00:00:00Z");
        house.change(subscription, "startup", ChangeTiming.NOW);
        assertThat(house.lastInvoice().type()).isEqualTo(InvoiceType.CREDIT_NOTE);
        assertThat(house.lastInvoice().number()).contains("CN-000001");
        assertThat(house.lastInvoice().total().minor()).isEqualTo(-24_950 + 12_450);
        assertThat(house.pendingCredit().minor()).isEqualTo(12_500);
        assertThat(subscription.planItem().code()).isEqualTo("startup");
    }

    @Test
    void more_add_ons_are_had_at_once_and_asked_for_by_the_next_invoice() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-16T00:00:00Z");
        ChangeOutcome outcome = house.addOns(subscription, Map.of("custom-domains", 2));
        assertThat(outcome.invoice()).isNull();
        assertThat(house.pendingRows.of(subscription.id()))
                .extracting(line -> line.amount())
                .containsExactly(2_000L);
        assertThat(subscription.items()).hasSize(2);
        house.travel("2026-10-01T00:00:00Z");
        assertThat(house.lastInvoice().lines())
                .extracting(InvoiceLine::amount)
                .containsExactly(24_900L, 4_000L, 2_000L);
        assertThat(house.pendingRows.of(subscription.id())).isEmpty();
    }

    @Test
    void what_was_added_and_removed_at_one_instant_costs_nothing() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-16T00:00:00Z");
        house.addOns(subscription, Map.of("custom-domains", 2));
        house.checkout.change(
                new ChangeWish(subscription.id(), null, null, Map.of("custom-domains", 0), ChangeTiming.NOW, null));
        house.travel("2026-10-01T00:00:00Z");
        assertThat(house.lastInvoice().total().minor()).isEqualTo(24_900);
        assertThat(house.ledger.all()).isEmpty();
    }

    @Test
    void waiting_lines_are_asked_for_when_the_subscription_ends() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-16T00:00:00Z");
        house.addOns(subscription, Map.of("custom-domains", 2));
        house.checkout.cancel(subscription.id(), ChangeTiming.PERIOD_END, "too big");
        house.travel("2026-10-01T00:00:00Z");
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.CANCELED);
        assertThat(house.lastInvoice().total().minor()).isEqualTo(2_000);
        assertThat(house.lastInvoice().isPaid()).isTrue();
        house.travel("2027-10-01T00:00:00Z");
        assertThat(house.invoices()).hasSize(2);
    }

    @Test
    void a_declined_upgrade_leaves_everything_as_it_was() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-10T00:00:00Z");
        house.attach("pm_card_chargeCustomerFail");
        assertThatThrownBy(() -> house.change(subscription, "business"))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.refusal()).isEqualTo(Decline.CARD_DECLINED));
        assertThat(house.lastInvoice().status()).isEqualTo(InvoiceStatus.VOID);
        assertThat(subscription.planItem().code()).isEqualTo("startup");
        assertThat(subscription.awaitingChange()).isEmpty();
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void an_upgrade_by_wire_takes_effect_when_it_is_paid_and_the_days_between_are_credited() {
        BillingHouse seed = new BillingHouse(SEPTEMBER, priced(3_000, 6_000), "DE", null);
        Subscription subscription = seed.row(seed.order("small", Collection.WIRE));
        seed.transfer(seed.lastInvoice());
        seed.travel("2026-09-11T00:00:00Z");
        seed.change(subscription, "large");
        Invoice invoice = seed.lastInvoice();
        assertThat(invoice.total().minor()).isEqualTo(2_000);
        assertThat(subscription.planItem().code()).isEqualTo("small");
        seed.travel("2026-09-16T00:00:00Z");
        seed.transfer(invoice);
        assertThat(subscription.planItem().code()).isEqualTo("large");
        assertThat(seed.available().minor()).isEqualTo(500); // five days of the difference of 1.00 a day
    }

    @Test
    void an_upgrade_by_wire_that_nobody_pays_lapses_with_its_period() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.travel("2026-09-10T00:00:00Z");
        house.change(subscription, "business");
        Invoice invoice = house.lastInvoice();
        house.travel("2026-10-01T00:00:00Z");
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.VOID);
        assertThat(subscription.planItem().code()).isEqualTo("startup");
    }

    @Test
    void a_year_is_charged_whole_from_now_and_the_month_given_back() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-16T00:00:00Z");
        house.checkout.change(new ChangeWish(
                subscription.id(), null, BillingPeriod.YEAR, Map.of(), ChangeTiming.NOW, ChangeInvoicing.NEXT));
        assertThat(house.lastInvoice().lines()).extracting(InvoiceLine::amount).containsExactly(-12_450L, 249_000L);
        assertThat(subscription.currentPeriod().orElseThrow().end()).isEqualTo("2027-09-16T00:00:00Z");
        house.travel("2027-09-16T00:00:00Z");
        assertThat(house.lastInvoice().total().minor()).isEqualTo(249_000);
    }

    @Test
    void a_renewal_by_wire_is_invoiced_fourteen_days_ahead_and_a_change_issues_it_anew() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.travel("2026-09-17T00:00:00Z");
        Invoice ahead = house.lastInvoice();
        assertThat(ahead.dueAt()).contains(Instant.parse("2026-10-01T00:00:00Z"));
        house.change(subscription, "prototype"); // at the end of the period
        List<Invoice> all = house.invoices();
        assertThat(ahead.isReversed()).isTrue();
        assertThat(ahead.isPaid()).isTrue();
        assertThat(all.get(2).type()).isEqualTo(InvoiceType.CREDIT_NOTE);
        assertThat(all.get(2).correctsId()).contains(ahead.id());
        assertThat(all.get(3).total().minor()).isEqualTo(9_900);
        assertThat(house.ledger.all()).isEmpty();
        house.transfer(all.get(3));
        house.travel("2026-10-02T00:00:00Z");
        assertThat(subscription.planItem().code()).isEqualTo("prototype");
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void an_unpaid_transfer_falls_behind_step_by_step_and_paying_restores_at_once() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.travel("2026-10-01T00:00:00Z");
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThatThrownBy(() -> house.change(subscription, "business"))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.refusal()).isEqualTo(BillingRefusal.PAYMENT_OVERDUE));
        house.travel("2026-10-15T00:00:00Z");
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.UNPAID);
        house.transfer(house.lastInvoice());
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(house.mailed())
                .containsExactly(
                        "Invoice INV-000001: €249.00 due by September 15, 2026",
                        "Invoice INV-000002: €249.00 due by October 1, 2026",
                        "Overdue: €249.00 for Startup",
                        "Your license for Startup is suspended",
                        "Thank you, Startup is paid");
    }

    @Test
    void a_declined_renewal_is_tried_again_on_days_1_3_5_and_7_and_given_up_after_30() {
        Subscription subscription = house.running("startup");
        house.attach("pm_card_chargeCustomerFail");
        house.travel("2026-10-01T00:00:00Z");
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        Invoice invoice = house.lastInvoice();
        house.travel("2026-10-07T23:59:59Z");
        assertThat(house.paymentRows.ofInvoice(invoice.id())).hasSize(4);
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        house.travel("2026-10-08T00:00:00Z");
        assertThat(house.paymentRows.ofInvoice(invoice.id())).hasSize(5);
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.UNPAID);
        house.travel("2026-10-31T00:00:00Z");
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.CANCELED);
        assertThat(invoice.status()).isEqualTo(InvoiceStatus.UNCOLLECTIBLE);
        assertThat(house.mailed())
                .containsExactly(
                        "We could not charge €249.00 for Startup",
                        "Still unpaid: €249.00 for Startup", // the same words are not queued twice while they wait
                        "Your license for Startup is suspended",
                        "Your subscription of Startup has ended");
    }

    @Test
    void paying_late_restores_and_starts_a_new_period_when_the_paid_one_is_over() {
        BillingHouse february = new BillingHouse(Instant.parse("2027-01-01T00:00:00Z"));
        Subscription subscription = february.running("startup");
        february.attach("pm_card_chargeCustomerFail");
        february.travel("2027-03-02T12:00:00Z"); // period of February is over, thirty days are not
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.UNPAID);
        Invoice missing = february.lastInvoice();
        february.attach("pm_card_visa");
        february.checkout.charge(missing.id(), null);
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(subscription.currentPeriod().orElseThrow().start()).isEqualTo("2027-03-02T12:00:00Z");
    }

    @Test
    void a_first_order_expires_and_its_invoice_is_void() {
        house.attach("pm_card_chargeCustomerFail");
        Subscription card = house.row(house.order("maker", Collection.CHARGE));
        Subscription wire = house.row(house.order("maker", Collection.WIRE));
        house.travel("2026-09-01T23:00:00Z");
        assertThat(card.status()).isEqualTo(SubscriptionStatus.INCOMPLETE_EXPIRED);
        assertThat(wire.status()).isEqualTo(SubscriptionStatus.INCOMPLETE);
        house.travel("2026-10-01T00:00:00Z");
        assertThat(wire.status()).isEqualTo(SubscriptionStatus.INCOMPLETE_EXPIRED);
        assertThat(house.invoices()).allMatch(invoice -> invoice.status() == InvoiceStatus.VOID);
    }

    @Test
    void an_unpaid_period_that_is_canceled_asks_for_its_used_part_only() {
        Subscription subscription = house.row(house.order("business", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.travel("2026-10-11T00:00:00Z");
        Invoice open = house.lastInvoice();
        house.cancelNow(subscription);
        assertThat(open.lowered().minor()).isEqualTo(33_803); // 21 of 31 days of 499.00
        assertThat(open.amountDue().minor()).isEqualTo(16_097);
        assertThat(house.ledger.all()).isEmpty();
    }

    @Test
    void a_quote_of_a_change_holds_to_the_cent_and_dies_of_another_change() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-16T00:00:00Z");
        QuoteView quote =
                house.quotes.quoteChange(new ChangeWish(subscription.id(), "business", null, Map.of(), null, null));
        house.advance(Duration.ofMinutes(20));
        house.checkout.changeQuoted(subscription.id(), quote.id());
        assertThat(house.lastInvoice().total().minor()).isEqualTo(quote.total()).isEqualTo(12_500);

        QuoteView other =
                house.quotes.quoteChange(new ChangeWish(subscription.id(), "enterprise", null, Map.of(), null, null));
        house.addOns(subscription, Map.of("custom-domains", 1));
        assertThatThrownBy(() -> house.checkout.changeQuoted(subscription.id(), other.id()))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void what_was_left_alone_makes_up_for_each_missed_period_once_and_in_order() {
        Subscription subscription = house.running("startup");
        house.turns.park(subscription.id());
        house.travel("2026-11-15T00:00:00Z");
        assertThat(house.invoices()).hasSize(1);
        assertThat(house.parking.list(10)).extracting(ParkedSubscription::id).containsExactly(subscription.id());
        house.parking.takeUp(subscription.id());
        house.travel("2026-11-15T00:00:00Z");
        assertThat(house.invoices())
                .flatExtracting(Invoice::lines)
                .extracting(line -> line.period().start().toString())
                .containsExactly("2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z");
        assertThat(house.parking.list(10)).isEmpty();
    }

    @Test
    void fractions_are_rounded_half_up() {
        BillingHouse seed = new BillingHouse(SEPTEMBER, priced(14_997, 30_000), "DE", null);
        Subscription subscription = seed.running("small");
        seed.travel("2026-09-16T00:00:00Z"); // 74.985
        seed.cancelNow(subscription);
        assertThat(seed.pendingCredit().minor()).isEqualTo(7_499);
    }

    /** Two plans by month and year, everything else as in the starter catalog. */
    static CatalogFixture priced(long small, long large) {
        return CatalogFixture.with(CatalogFixture.document(
                """
                {"products":[{"code":"iot-platform","name":"IoT","proration":"second","plans":[
                 {"code":"small","name":"Small","kind":"subscription","support":"community",
                  "prices":[{"currency":"EUR","period":"month","amount":%d},{"currency":"EUR","period":"year","amount":%d}]},
                 {"code":"large","name":"Large","kind":"subscription","support":"community",
                  "prices":[{"currency":"EUR","period":"month","amount":%d},{"currency":"EUR","period":"year","amount":%d}]}],
                 "cancellation":["period_end","now"],"addOns":[]}]}
                """
                        .formatted(small, 10 * small, large, 10 * large)));
    }
}
