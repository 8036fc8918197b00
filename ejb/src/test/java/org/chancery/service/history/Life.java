package org.chancery.service.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.chancery.model.account.TaxRate;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.ChangeWish;
import org.chancery.service.coupon.CouponDraft;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/**
 * One customer's life: orders, changes, cancellations, payments, credit, instances and time, all decided by the seed. It is
 * led in stretches: whoever leads it brings the clock to {@link #next}, with everything that falls due on the way done, and
 * calls {@link #liveOn}.
 */
public final class Life {

    public static final String PRODUCT = "iot-platform";

    private static final List<String> PLANS = List.of("maker", "prototype", "startup", "business", "enterprise");
    private static final List<String> ADD_ONS =
            List.of("custom-domains", "custom-brands", "production-instances", "additional-users");
    private static final List<String> COUPONS = List.of("LIFE-HALF", "LIFE-ALL", "LIFE-TEN", "", "", "");
    private static final List<Duration> OFFSETS =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ofDays(1), Duration.ofDays(28), Duration.ofSeconds(1));
    private static final int ACTS = 16;

    private final long seed;
    private final Random random;
    private final Home home;
    private final List<String> acts = new ArrayList<>();
    private final List<UUID> subscriptions = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private int left = ACTS;
    private boolean begun;
    private boolean over;
    private @Nullable Instant next;

    /** @param dawn from when on lives begin, the same for all that are led together */
    public Life(long seed, Instant dawn) {
        this.seed = seed;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        home = one(Home.ALL);
        next = dawn.plus(one(OFFSETS));
    }

    public long seed() {
        return seed;
    }

    public Home home() {
        return home;
    }

    /** What it did so far, for whoever has to understand it. */
    public List<String> acts() {
        return acts;
    }

    /** When it goes on; empty when it is over. */
    public Optional<Instant> next() {
        return Optional.ofNullable(next);
    }

    /** Rates that change while lives are led. */
    public static List<TaxRate> taxRates(Instant dawn) {
        LocalDate day = dawn.atZone(ZoneOffset.UTC).toLocalDate();
        return List.of(
                new TaxRate("DE", BigDecimal.valueOf(19), day.minusYears(5)),
                new TaxRate("DE", BigDecimal.valueOf(16), day.plusDays(38)),
                new TaxRate("FR", new BigDecimal("5.5"), day.minusYears(5)));
    }

    /** Coupons that lives use. */
    public static List<CouponDraft> coupons() {
        return List.of(
                coupon("LIFE-HALF", 50, null, "once"),
                coupon("LIFE-ALL", 100, null, "repeating"),
                coupon("LIFE-TEN", null, 1_000L, "forever"));
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

    /** Does what it does at {@link #next}, until time has to pass or it is over. */
    public void liveOn(Desk desk) {
        Instant now = next().orElseThrow();
        next = null;
        if (!begun) {
            begun = true;
            desk.attach("pm_card_visa");
            order(desk);
        }
        while (left > 0 && next == null) {
            left--;
            act(desk, now);
        }
        if (next == null && !over) {
            over = true;
            next = now.plus(Duration.ofDays(random.nextInt(40)));
        }
    }

    private void act(Desk desk, Instant now) {
        try {
            switch (random.nextInt(17)) {
                case 0 -> order(desk);
                case 1, 2, 3, 4 -> pass(now);
                case 5, 6 -> changePlan(desk);
                case 7, 8 -> changeAddOns(desk);
                case 9 -> cancel(desk);
                case 10, 11 -> pay(desk);
                case 12 -> undo(desk);
                case 13 -> otherCard(desk);
                case 14 -> collect(desk);
                case 15 -> grant(desk);
                default -> activate(desk);
            }
        } catch (DomainException refused) {
            acts.add("refused " + refused.refusal().reason());
        }
    }

    private void order(Desk desk) {
        String plan = one(PLANS);
        String coupon = one(COUPONS);
        Collection collection = random.nextInt(3) == 0 ? Collection.WIRE : Collection.CHARGE;
        BillingPeriod period = random.nextInt(4) == 0 ? BillingPeriod.YEAR : BillingPeriod.MONTH;
        acts.add("order " + plan + " " + period + " " + collection + " " + coupon);
        Desk.Ordered ordered = desk.order(plan, period, coupon.isEmpty() ? null : coupon, collection);
        subscriptions.add(ordered.subscription());
        secrets.add(ordered.licenseSecret());
    }

    private void pass(Instant now) {
        Duration time =
                switch (random.nextInt(5)) {
                    case 0 -> Duration.ofSeconds(random.nextInt(90));
                    case 1 -> Duration.ofHours(random.nextInt(50));
                    case 2 -> Duration.ofDays(random.nextInt(8));
                    default -> Duration.ofDays(random.nextInt(40));
                };
        acts.add("pass " + time);
        next = now.plus(time);
    }

    private void changePlan(Desk desk) {
        UUID subscription = any();
        String plan = one(PLANS);
        BillingPeriod period = random.nextInt(5) == 0 ? one(BillingPeriod.MONTH, BillingPeriod.YEAR) : null;
        ChangeTiming when = some(ChangeTiming.values());
        ChangeInvoicing invoice = some(ChangeInvoicing.values());
        acts.add("change " + name(subscription) + " " + plan + " " + period + " " + when + " " + invoice);
        desk.change(new ChangeWish(subscription, plan, period, Map.of(), when, invoice));
    }

    private void changeAddOns(Desk desk) {
        UUID subscription = any();
        String code = one(ADD_ONS);
        int quantity = random.nextInt(4);
        ChangeTiming when = some(ChangeTiming.values());
        ChangeInvoicing invoice = some(ChangeInvoicing.values());
        acts.add("add-on " + name(subscription) + " " + code + " " + quantity + " " + when + " " + invoice);
        desk.change(new ChangeWish(subscription, null, null, Map.of(code, quantity), when, invoice));
    }

    private void cancel(Desk desk) {
        UUID subscription = any();
        ChangeTiming when = one(ChangeTiming.values());
        acts.add("cancel " + name(subscription) + " " + when);
        desk.cancel(subscription, when);
    }

    private void undo(Desk desk) {
        UUID subscription = any();
        acts.add("undo " + name(subscription));
        SubscriptionView view = desk.subscription(subscription);
        if (view.cancelAt() != null) {
            desk.resume(subscription);
        } else {
            desk.undo(subscription);
        }
    }

    private void pay(Desk desk) {
        List<InvoiceView> open = desk.openInvoices();
        int how = random.nextInt(6);
        int chosen = random.nextInt(1_000_000);
        if (open.isEmpty()) {
            return;
        }
        InvoiceView invoice = open.get(chosen % open.size());
        if (how == 0) {
            acts.add("charge " + invoice.amountDue());
            desk.charge(invoice.id());
        } else {
            long amount = how == 1 ? 1 + chosen % (invoice.amountDue() + 500) : invoice.amountDue();
            acts.add("pay " + amount + " of " + invoice.amountDue());
            desk.pay(invoice.id(), amount);
        }
    }

    private void otherCard(Desk desk) {
        boolean good = random.nextInt(3) > 0;
        acts.add("card " + good);
        desk.attach(good ? "pm_card_visa" : "pm_card_chargeCustomerFail");
    }

    private void collect(Desk desk) {
        UUID subscription = any();
        Collection collection = one(Collection.values());
        acts.add("collect " + name(subscription) + " " + collection);
        desk.collectBy(subscription, collection);
    }

    private void grant(Desk desk) {
        long amount = random.nextInt(3) == 0 ? -1 - random.nextInt(3_000) : 1 + random.nextInt(20_000);
        acts.add("grant " + amount);
        desk.grant(amount);
    }

    private void activate(Desk desk) {
        int which = random.nextInt(subscriptions.size());
        String name = "node-" + random.nextInt(5);
        String seatClass = random.nextInt(3) == 0 ? "development" : "production";
        acts.add("activate " + which + " " + name + " " + seatClass);
        desk.activate(secrets.get(which), name, seatClass);
    }

    private UUID any() {
        return subscriptions.get(random.nextInt(subscriptions.size()));
    }

    private int name(UUID subscription) {
        return subscriptions.indexOf(subscription);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T some(T[] values) {
        int chosen = random.nextInt(values.length + 1);
        return chosen == values.length ? null : values[chosen];
    }

    @Override
    public String toString() {
        return "Life " + seed + " in " + home + ": " + acts;
    }
}
