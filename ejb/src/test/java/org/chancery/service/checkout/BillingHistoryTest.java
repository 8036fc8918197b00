package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chancery.model.account.TaxRate;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.billing.TaxEntry;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.credit.CreditKind;
import org.chancery.model.credit.LedgerSide;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.CatalogFixture;
import org.chancery.service.coupon.CouponDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random lives of subscriptions through the real services: ordered, changed, canceled, paid or not, with coupons, credit,
 * taxes and time. Whatever happens, what is given back never exceeds what came in. A failing life tells its seed.
 */
class BillingHistoryTest {

    private static final Instant START = Instant.parse("2027-01-31T09:30:00Z");
    private static final CatalogFixture CATALOG = CatalogFixture.withStarter();
    private static final List<String> PLANS = List.of("maker", "prototype", "startup", "business", "enterprise");
    private static final List<String> ADD_ONS =
            List.of("custom-domains", "custom-brands", "production-instances", "additional-users");
    private static final int LIVES = Integer.getInteger("histories", 4_000);
    private static final int ACTS = 14;

    @Test
    void whatever_happens_the_invariants_of_money_hold() {
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = new Life(seed);
            try {
                life.live();
                life.check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Life " + seed + ": " + life.acts, e);
            }
        }
    }

    private static final class Life {
        private final Random random;
        private final BillingHouse house;
        private final List<String> acts = new ArrayList<>();

        Life(int seed) {
            random = new Random(seed);
            house = new BillingHouse(START, CATALOG, random.nextBoolean() ? "DE" : "FR", null);
            if (random.nextInt(3) > 0) {
                house.settle(List.of(
                        new TaxRate("DE", BigDecimal.valueOf(19), LocalDate.parse("2020-01-01")),
                        new TaxRate("DE", BigDecimal.valueOf(16), LocalDate.parse("2027-03-10")),
                        new TaxRate("FR", new BigDecimal("5.5"), LocalDate.parse("2020-01-01"))));
            }
            house.coupons.create(coupon("HALF", 50, null, "once"));
            house.coupons.create(coupon("ALL", 100, null, "repeating"));
            house.coupons.create(coupon("TEN", null, 1_000L, "forever"));
        }

        private static CouponDraft coupon(String code, @Nullable Integer percent, @Nullable Long amount, String how) {
            return new CouponDraft(
                    code,
                    percent == null ? null : BigDecimal.valueOf(percent),
                    amount,
                    amount == null ? null : "EUR",
                    how,
                    how.equals("repeating") ? 2 : null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null);
        }

        void live() {
            house.attach("pm_card_visa");
            order();
            for (int i = 0; i < ACTS; i++) {
                act();
            }
        }

        private void act() {
            try {
                switch (random.nextInt(12)) {
                    case 0 -> order();
                    case 1, 2, 3 -> pass();
                    case 4, 5 -> changePlan();
                    case 6, 7 -> changeAddOns();
                    case 8 -> cancel();
                    case 9 -> pay();
                    case 10 -> undo();
                    default -> otherCard();
                }
            } catch (DomainException refused) {
                acts.add("refused " + refused.refusal().reason());
            }
        }

        private void order() {
            String plan = PLANS.get(random.nextInt(PLANS.size()));
            String coupon = List.of("HALF", "ALL", "TEN", "", "", "").get(random.nextInt(6));
            Collection collection = random.nextInt(3) == 0 ? Collection.WIRE : Collection.CHARGE;
            BillingPeriod period = random.nextInt(4) == 0 ? BillingPeriod.YEAR : BillingPeriod.MONTH;
            acts.add("order " + plan + " " + period + " " + collection + " " + coupon);
            house.checkout.buy(house.choice(plan, period, Map.of(), coupon.isEmpty() ? null : coupon), collection);
        }

        private void pass() {
            Duration time =
                    switch (random.nextInt(5)) {
                        case 0 -> Duration.ofSeconds(random.nextInt(90));
                        case 1 -> Duration.ofHours(random.nextInt(50));
                        case 2 -> Duration.ofDays(random.nextInt(8));
                        default -> Duration.ofDays(random.nextInt(40));
                    };
            acts.add("pass " + time);
            house.travel(house.clock.instant().plus(time));
        }

        private void changePlan() {
            Subscription subscription = any();
            String plan = PLANS.get(random.nextInt(PLANS.size()));
            BillingPeriod period = random.nextInt(5) == 0 ? BillingPeriod.YEAR : null;
            ChangeTiming when = pick(ChangeTiming.values());
            ChangeInvoicing invoice = pick(ChangeInvoicing.values());
            acts.add("change " + plan + " " + period + " " + when + " " + invoice);
            house.checkout.change(new ChangeWish(subscription.id(), plan, period, Map.of(), when, invoice));
        }

        private void changeAddOns() {
            Subscription subscription = any();
            String code = ADD_ONS.get(random.nextInt(ADD_ONS.size()));
            int quantity = random.nextInt(4);
            ChangeTiming when = pick(ChangeTiming.values());
            ChangeInvoicing invoice = pick(ChangeInvoicing.values());
            acts.add("add-on " + code + " " + quantity + " " + when + " " + invoice);
            house.checkout.change(new ChangeWish(subscription.id(), null, null, Map.of(code, quantity), when, invoice));
        }

        private void cancel() {
            Subscription subscription = any();
            boolean now = random.nextBoolean();
            acts.add("cancel " + now);
            house.checkout.cancel(subscription.id(), now ? ChangeTiming.NOW : ChangeTiming.PERIOD_END, null);
        }

        private void undo() {
            Subscription subscription = any();
            acts.add("undo");
            if (subscription.cancelAt().isPresent()) {
                house.cancellations.resume(subscription.id());
            } else {
                house.changes.undo(subscription.id());
            }
        }

        private void pay() {
            List<Invoice> open =
                    house.invoices().stream().filter(Invoice::isOpen).toList();
            if (!open.isEmpty()) {
                Invoice invoice = open.get(random.nextInt(open.size()));
                long due = invoice.amountDue().minor();
                long amount = random.nextInt(4) == 0 ? 1 + random.nextInt((int) due + 500) : due;
                acts.add("pay " + amount + " of " + due);
                house.transfers.record(invoice.id(), new ReceivedTransfer(amount, "transfer", null));
            }
        }

        private void otherCard() {
            boolean good = random.nextInt(3) > 0;
            acts.add("card " + good);
            house.attach(good ? "pm_card_visa" : "pm_card_chargeCustomerFail");
        }

        private Subscription any() {
            List<Subscription> all = house.subscriptionRows.all();
            return all.get(random.nextInt(all.size()));
        }

        private <T> @Nullable T pick(T[] values) {
            int chosen = random.nextInt(values.length + 1);
            return chosen == values.length ? null : values[chosen];
        }

        void check() {
            journalsSumToZeroAndCreditIsNeverNegative();
            numbersHaveNoGap();
            house.invoices().forEach(Life::adds);
            nothingIsBilledTwice();
            noChargeGivesBackMoreThanItAsked();
            noMoreIsOwedThanCameIn();
        }

        private void journalsSumToZeroAndCreditIsNeverNegative() {
            long both = house.ledger.all().stream()
                    .mapToLong(e -> e.money().minor())
                    .sum();
            assertThat(both).isZero();
            assertThat(house.available().minor()).isNotNegative();
        }

        private void numbersHaveNoGap() {
            List<String> numbers = house.invoices().stream()
                    .filter(invoice -> !invoice.isCreditNote())
                    .map(invoice -> invoice.number().orElseThrow())
                    .toList();
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo("INV-%06d".formatted(i + 1));
            }
        }

        private static void adds(Invoice invoice) {
            long lines = invoice.lines().stream().mapToLong(InvoiceLine::net).sum();
            long taxes = invoice.taxes().stream().mapToLong(TaxEntry::amount).sum();
            assertThat(invoice.total().minor()).isEqualTo(lines + taxes);
            assertThat(invoice.lines().stream().mapToLong(InvoiceLine::tax).sum())
                    .isEqualTo(taxes);
            if (invoice.isPaid() && !invoice.isCreditNote()) {
                assertThat(invoice.amountPaid().add(invoice.creditApplied()).add(invoice.lowered()))
                        .isEqualTo(invoice.total());
            }
        }

        private void nothingIsBilledTwice() {
            Map<String, Integer> seen = new HashMap<>();
            house.invoices().stream()
                    .filter(invoice -> invoice.status() != InvoiceStatus.VOID && !invoice.isReversed())
                    .flatMap(invoice -> invoice.lines().stream())
                    .filter(line -> line.creditsLineId().isEmpty() && !line.isProration())
                    .forEach(line ->
                            seen.merge(line.itemId() + "@" + line.period().start(), 1, Integer::sum));
            assertThat(seen.values()).allMatch(count -> count == 1);
        }

        private void noChargeGivesBackMoreThanItAsked() {
            Map<UUID, InvoiceLine> charges = new HashMap<>();
            Map<UUID, Long> net = new HashMap<>();
            Map<UUID, Long> tax = new HashMap<>();
            for (Invoice invoice : house.invoices()) {
                for (InvoiceLine line : invoice.lines()) {
                    if (line.creditsLineId().isEmpty()) {
                        charges.put(line.id(), line);
                    } else if (invoice.status() != InvoiceStatus.VOID && !invoice.isReversed()) {
                        net.merge(line.creditsLineId().orElseThrow(), -line.net(), Long::sum);
                        tax.merge(line.creditsLineId().orElseThrow(), -line.tax(), Long::sum);
                    }
                }
            }
            net.forEach((id, given) -> {
                if (charges.containsKey(id)) {
                    assertThat(given).isLessThanOrEqualTo(charges.get(id).net());
                    assertThat(tax.get(id)).isLessThanOrEqualTo(charges.get(id).tax());
                }
            });
        }

        private void noMoreIsOwedThanCameIn() {
            long received = house.invoices().stream()
                    .flatMap(invoice -> house.paymentRows.ofInvoice(invoice.id()).stream())
                    .filter(payment -> payment.status() == PaymentStatus.SUCCEEDED)
                    .map(Payment::money)
                    .mapToLong(Money::minor)
                    .sum();
            long owed = house.ledger.all().stream()
                    .filter(entry -> entry.side() == LedgerSide.ACCOUNT)
                    .mapToLong(entry -> entry.money().minor())
                    .sum();
            assertThat(owed).isBetween(0L, received);
            long applied = house.ledger.all().stream()
                    .filter(entry -> entry.side() == LedgerSide.ACCOUNT && entry.kind() == CreditKind.APPLIED)
                    .map(CreditEntry::money)
                    .mapToLong(Money::minor)
                    .sum();
            assertThat(applied).isNotPositive();
        }
    }
}
