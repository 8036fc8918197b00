package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.account.TaxRate;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.coupon.CouponDraft;
import org.chancery.service.credit.CreditGrant;
import org.junit.jupiter.api.Test;

/** What was given back once is not given back again, and nothing is asked for twice: cases that random lives have met. */
class GivenBackOnceTest {

    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");

    private final BillingHouse house = new BillingHouse(SEPTEMBER);

    @Test
    void what_a_change_gave_back_is_not_given_back_again_at_the_end() {
        BillingHouse seed = new BillingHouse(SEPTEMBER, SubscriptionMoneyTest.priced(1_000, 2_000), "DE", null);
        Subscription subscription = seed.running("large");
        seed.travel("2026-09-11T00:00:00Z");
        seed.change(subscription, "small", ChangeTiming.NOW);
        assertThat(seed.lastInvoice().lines()).extracting(InvoiceLine::amount).containsExactly(-1_333L, 667L);
        seed.travel("2026-09-21T00:00:00Z");
        seed.cancelNow(subscription);
        assertThat(seed.lastInvoice().lines())
                .extracting(InvoiceLine::amount)
                .containsExactly(-334L); // half of the small one; the first ten days of the large one were used
    }

    @Test
    void two_credits_of_one_charge_never_make_more_than_it() {
        BillingHouse seed = new BillingHouse(SEPTEMBER, SubscriptionMoneyTest.priced(1_000, 1_001), "DE", null);
        Subscription subscription = seed.row(seed.order("small", Collection.WIRE));
        seed.transfer(seed.lastInvoice());
        seed.change(subscription, "large", ChangeTiming.NOW);
        Invoice change = seed.lastInvoice();
        UUID charge = change.lines().get(1).id();
        seed.travel("2026-09-16T00:00:00Z"); // half of 10.01 is 5.005, twice
        seed.transfer(change);
        seed.cancelNow(subscription);
        assertThat(creditsOf(seed, charge)).extracting(InvoiceLine::amount).containsExactly(-501L, -500L);
    }

    @Test
    void what_waits_gives_back_the_tax_of_its_charge_also_when_the_period_is_over() {
        house.settle(List.of(new TaxRate("DE", BigDecimal.valueOf(19), LocalDate.parse("2020-01-01"))));
        house.callerName = "operator:" + new UUID(7, 7);
        Subscription subscription = house.running("startup");
        InvoiceLine charge = house.lastInvoice().lines().get(0);
        house.checkout.change(new ChangeWish(
                subscription.id(), "enterprise", null, Map.of(), ChangeTiming.NOW, ChangeInvoicing.NEXT));
        house.change(subscription, "business", ChangeTiming.NOW);
        house.checkout.cancel(subscription.id(), ChangeTiming.PERIOD_END, null);
        house.travel("2026-10-01T00:00:00Z");
        assertThat(creditsOf(house, charge.id())).extracting(InvoiceLine::tax).containsExactly(-charge.tax());
        assertThat(house.lastInvoice().total().minor()).isEqualTo(-29_631);
    }

    @Test
    void a_license_that_comes_back_late_is_billed_from_then_on_and_not_for_an_invoice_ahead() {
        BillingHouse january = new BillingHouse(Instant.parse("2027-01-31T09:30:00Z"));
        Subscription subscription = january.row(january.order("startup", Collection.WIRE));
        january.transfer(january.lastInvoice());
        january.travel("2027-03-26T00:00:00Z");
        january.transfer(january.lastInvoice());
        january.travel("2027-05-01T00:30:00Z");
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.UNPAID);
        assertThat(subscription.isInvoicedAhead()).isTrue();

        Invoice missing =
                january.invoiceRows.openOfSubscription(subscription.id()).get(0);
        january.transfer(missing);
        assertThat(subscription.currentPeriod().orElseThrow().start()).isEqualTo("2027-05-01T00:30:00Z");
        Instant later = Instant.parse("2027-05-10T00:00:00Z");
        assertThat(january.invoices())
                .filteredOn(invoice -> !invoice.isCreditNote() && !invoice.isReversed())
                .flatExtracting(Invoice::lines)
                .filteredOn(line -> line.period().contains(later))
                .hasSize(1);
    }

    @Test
    void what_a_late_payment_ends_is_given_back_also_when_it_waited_for_an_invoice_ahead() {
        Subscription subscription = house.row(house.order("prototype", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.addOns(subscription, Map.of("production-instances", 1));
        house.change(subscription, "startup", ChangeTiming.NOW);
        Invoice change = house.lastInvoice();
        house.travel("2026-09-19T00:00:00Z");
        assertThat(house.lastInvoice().purpose()).isEqualTo(InvoicePurpose.PERIOD);
        house.transfer(change);
        List<InvoiceLine> instances = house.lastPeriod().lines().stream()
                .filter(line -> line.isProration() && line.kind().equals("add_on"))
                .toList();
        assertThat(instances)
                .extracting(InvoiceLine::amount)
                .containsExactly(4_950L, -1_980L); // 18 days of 30 were used
    }

    @Test
    void a_paid_invoice_ahead_is_taken_back_less_what_was_given_back_of_it() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.addOns(subscription, Map.of("custom-domains", 2));
        house.travel("2026-09-18T00:00:00Z");
        house.transfer(house.lastInvoice());
        house.travel("2026-09-21T00:00:00Z");
        house.checkout.change(new ChangeWish(
                subscription.id(), null, null, Map.of("custom-domains", 1), ChangeTiming.NOW, ChangeInvoicing.NOW));
        house.travel("2026-09-26T00:00:00Z");
        house.cancelNow(subscription);
        long domains = house.invoices().stream()
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line -> line.kind().equals("add_on"))
                .mapToLong(InvoiceLine::net)
                .sum();
        assertThat(domains).isEqualTo(2_667 + 333); // two domains for twenty days, one for five
    }

    @Test
    void a_quote_to_cancel_says_what_a_paid_invoice_ahead_gives_back() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.addOns(subscription, Map.of("custom-domains", 2));
        house.travel("2026-09-18T00:00:00Z");
        house.transfer(house.lastInvoice());
        house.travel("2026-09-21T00:00:00Z");
        house.addOns(subscription, Map.of("custom-domains", 3));
        house.travel("2026-09-26T00:00:00Z");
        assertCanceledAsQuoted(subscription);
    }

    @Test
    void a_quote_to_cancel_gives_nothing_back_for_an_open_invoice_ahead() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.travel("2026-09-18T00:00:00Z");
        assertCanceledAsQuoted(subscription);
        assertThat(house.lastInvoice().isCreditNote()).isTrue();
        assertThat(house.available().add(house.pendingCredit()).minor()).isEqualTo(10_790); // 13 of 30 days
    }

    @Test
    void a_whole_period_that_was_too_little_to_charge_waits_again_when_an_invoice_ahead_is_taken_back() {
        Subscription subscription = house.running("startup");
        house.services.credit().grant(house.account.id(), new CreditGrant(24_899L, "EUR", "an excuse"));
        house.travel("2026-10-01T00:00:00Z"); // one cent is left to charge, so all of October waits
        house.collections.collectBy(subscription.id(), Collection.WIRE);
        house.travel("2026-10-20T00:00:00Z");
        house.addOns(subscription, Map.of("custom-domains", 1));
        long october = house.invoices().stream()
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line -> line.kind().equals("plan"))
                .filter(line -> line.period().start().equals(Instant.parse("2026-10-01T00:00:00Z")))
                .mapToLong(InvoiceLine::net)
                .sum();
        assertThat(october).isEqualTo(24_900);
    }

    private void assertCanceledAsQuoted(Subscription subscription) {
        QuoteView quote = house.quotes.quoteCancellation(subscription.id());
        long before = house.available().add(house.pendingCredit()).minor();
        house.checkout.cancelQuoted(subscription.id(), quote.id(), null);
        long after = house.available().add(house.pendingCredit()).minor();
        assertThat(quote.creditGranted()).isPositive();
        assertThat(after - before).isEqualTo(quote.creditGranted() - quote.creditApplied());
    }

    @Test
    void what_a_late_payment_ends_is_not_asked_for_in_full_by_an_invoice_of_its_own() {
        Subscription subscription = yearly(house);
        house.transfer(house.lastInvoice());
        house.addOns(subscription, Map.of("production-instances", 1));
        house.change(subscription, "startup", ChangeTiming.NOW);
        Invoice change = house.lastInvoice();
        house.travel("2026-10-05T00:00:00Z");
        Invoice waited = house.lastInvoice();
        assertThat(waited.purpose()).isEqualTo(InvoicePurpose.PENDING);
        house.transfer(change);
        assertThat(waited.total().minor()).isEqualTo(49_500);
        assertThat(waited.lowered().minor()).isEqualTo(44_889); // 331 of 365 days
    }

    @Test
    void what_a_late_payment_ends_is_given_back_also_when_an_invoice_of_its_own_is_paid() {
        Subscription subscription = yearly(house);
        house.transfer(house.lastInvoice());
        house.addOns(subscription, Map.of("production-instances", 1));
        house.change(subscription, "startup", ChangeTiming.NOW);
        Invoice change = house.lastInvoice();
        house.travel("2026-10-05T00:00:00Z");
        house.transfer(house.lastInvoice());
        house.transfer(change);
        house.cancelNow(subscription);
        assertThat(creditsOf(house, charge(house, "Production instances", 49_500)))
                .extracting(InvoiceLine::amount)
                .containsExactly(-44_889L);
    }

    @Test
    void a_coupon_takes_its_amount_off_each_term_whatever_it_took_off_the_one_before() {
        house.coupons.create(new CouponDraft(
                "TEN", null, 1_000L, "EUR", "forever", null, null, null, null, null, null, false, null));
        house.attach("pm_card_visa");
        Subscription subscription = house.row(
                house.checkout.buy(house.choice("startup", BillingPeriod.YEAR, Map.of(), "TEN"), Collection.CHARGE));
        house.travel("2026-12-01T00:00:00Z");
        house.checkout.change(
                new ChangeWish(subscription.id(), "startup", BillingPeriod.MONTH, Map.of(), ChangeTiming.NOW, null));
        house.change(subscription, "business", ChangeTiming.NOW);
        InvoiceLine business = house.lastInvoice().lines().get(1);
        assertThat(business.description()).isEqualTo("Business");
        assertThat(business.discount()).isEqualTo(1_000);
    }

    @Test
    void what_a_coupon_took_off_a_charge_that_waits_is_free_again_for_what_replaces_it() {
        house.coupons.create(new CouponDraft(
                "TEN", null, 1_000L, "EUR", "forever", null, null, null, null, null, null, false, null));
        house.attach("pm_card_visa");
        Subscription subscription = house.row(
                house.checkout.buy(house.choice("business", BillingPeriod.MONTH, Map.of(), "TEN"), Collection.CHARGE));
        house.travel("2026-09-16T00:00:00Z");
        house.callerName = "operator:" + new UUID(7, 7); // who may have an upgrade wait
        now(subscription, "enterprise", ChangeInvoicing.NEXT);
        now(subscription, "startup", ChangeInvoicing.NOW);
        InvoiceLine startup = house.lastInvoice().lines().get(0);
        assertThat(startup.description()).isEqualTo("Startup");
        assertThat(startup.discount()).isEqualTo(500); // half of the period is left
    }

    private void now(Subscription subscription, String plan, ChangeInvoicing invoice) {
        house.checkout.change(new ChangeWish(subscription.id(), plan, null, Map.of(), ChangeTiming.NOW, invoice));
    }

    @Test
    void what_waits_to_be_given_back_goes_with_its_charge_when_an_invoice_ahead_is_taken_back() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.addOns(subscription, Map.of("custom-domains", 2));
        house.travel("2026-09-18T00:00:00Z");
        house.transfer(house.lastInvoice());
        house.travel("2026-09-21T00:00:00Z");
        house.addOns(subscription, Map.of("custom-domains", 3)); // the rest of the two waits to be given back
        house.travel("2026-09-26T00:00:00Z");
        house.cancelNow(subscription);
        long domains = house.invoices().stream()
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line -> line.kind().equals("add_on"))
                .mapToLong(InvoiceLine::net)
                .sum();
        assertThat(domains).isEqualTo(2_667 + 1_000); // two domains for twenty days, three for five
    }

    @Test
    void credit_that_a_change_had_used_goes_back_when_the_subscription_is_given_up_before_it_is_paid() {
        Subscription subscription = yearly(house);
        house.transfer(house.lastInvoice());
        house.addOns(subscription, Map.of("custom-domains", 1));
        house.travel("2026-09-05T00:00:00Z");
        house.services.credit().grant(house.account.id(), new CreditGrant(5_000L, "EUR", "an excuse"));
        house.change(subscription, "enterprise", ChangeTiming.NOW);
        assertThat(house.available().minor()).isZero();
        house.travel("2026-12-01T00:00:00Z"); // the domain was asked for after a month, and nobody paid
        assertThat(subscription.status()).isEqualTo(SubscriptionStatus.CANCELED);
        assertThat(house.available().minor()).isEqualTo(5_000);
    }

    private static Subscription yearly(BillingHouse house) {
        return house.row(
                house.checkout.buy(house.choice("prototype", BillingPeriod.YEAR, Map.of(), null), Collection.WIRE));
    }

    private static UUID charge(BillingHouse house, String description, long amount) {
        return house.invoices().stream()
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line -> line.description().equals(description) && line.amount() == amount)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<InvoiceLine> creditsOf(BillingHouse house, UUID charge) {
        return house.invoices().stream()
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line -> line.creditsLineId().filter(charge::equals).isPresent())
                .toList();
    }
}
