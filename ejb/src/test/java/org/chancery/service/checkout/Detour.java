package org.chancery.service.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.chancery.model.billing.BilledLine;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.BillingPeriod;

/** One life, led twice: at its end one of the two changes by way of another plan, the other at once to the same. */
final class Detour {

    private static final List<String> PLANS = List.of("prototype", "startup", "business", "enterprise");

    private final LifeInMemory around;
    private final LifeInMemory straight;
    private final Random random;

    Detour(long seed, Instant dawn) {
        around = new LifeInMemory(seed, dawn);
        straight = new LifeInMemory(seed, dawn);
        random = new Random(seed);
    }

    /** How far apart the two ended, or empty when one of the ways was closed. */
    Optional<Difference> take() {
        around.lead();
        straight.lead();
        List<UUID> running = around.house.subscriptionRows.all().stream()
                .filter(row -> row.status() == SubscriptionStatus.ACTIVE)
                .map(Subscription::id)
                .toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        int which = random.nextInt(around.house.subscriptionRows.all().size());
        String by = PLANS.get(random.nextInt(PLANS.size()));
        String to = PLANS.get(random.nextInt(PLANS.size()));
        BillingPeriod byPeriod = random.nextInt(4) == 0 ? BillingPeriod.YEAR : BillingPeriod.MONTH;
        try {
            prepare(around.house, which);
            prepare(straight.house, which);
            Standing before = standing(around.house);
            change(around.house, which, by, byPeriod);
            change(around.house, which, to, null);
            change(straight.house, which, to, byPeriod);
            Standing one = standing(around.house);
            Standing other = standing(straight.house);
            return Optional.of(new Difference(
                    one.net - other.net,
                    one.money - other.money,
                    one.lines - before.lines,
                    one.waits || other.waits,
                    by + " " + byPeriod + " and " + to + " of " + which));
        } catch (DomainException closed) {
            return Optional.empty();
        }
    }

    /**
     * @param net what was billed more by the longer way, before tax
     * @param money what was paid more by it, less credit
     * @param lines how many lines the longer way made
     * @param waits something is not billed yet, so the money tells nothing
     */
    record Difference(long net, long money, int lines, boolean waits, String way) {

        boolean isSmall() {
            return Math.abs(net) <= lines && (waits || Math.abs(money) <= 2L * lines);
        }
    }

    private record Standing(long net, long money, int lines, boolean waits) {}

    private static void prepare(BillingHouse house, int which) {
        Subscription subscription = house.subscriptionRows.all().get(which);
        house.attach("pm_card_visa");
        house.collections.collectBy(subscription.id(), Collection.CHARGE);
    }

    private static void change(
            BillingHouse house, int which, String plan, @org.jspecify.annotations.Nullable BillingPeriod period) {
        Subscription subscription = house.subscriptionRows.all().get(which);
        house.checkout.change(
                new ChangeWish(subscription.id(), plan, period, Map.of(), ChangeTiming.NOW, ChangeInvoicing.NOW));
    }

    private static Standing standing(BillingHouse house) {
        long net = 0;
        long money = 0;
        int lines = 0;
        for (Invoice invoice : house.invoices()) {
            boolean counts = invoice.status() != InvoiceStatus.VOID
                    && !(invoice.isOpen() && invoice.purpose() == InvoicePurpose.CHANGE);
            if (counts) {
                net += invoice.lines().stream().mapToLong(line -> line.net()).sum();
                lines += invoice.lines().size();
            }
            for (Payment payment : house.paymentRows.ofInvoice(invoice.id())) {
                money += payment.status() == PaymentStatus.SUCCEEDED
                        ? payment.money().minor()
                        : 0;
            }
        }
        boolean waits = false;
        for (Subscription subscription : house.subscriptionRows.all()) {
            for (BilledLine line : house.pendingRows.of(subscription.id())) {
                net += line.draft().net();
                lines++;
                waits = true;
            }
        }
        money -= house.available().minor() + house.pendingCredit().minor();
        return new Standing(net, money, lines, waits);
    }
}
