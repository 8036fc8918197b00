package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.model.account.Account;
import org.chancery.model.billing.BillingRefusal;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.catalog.CancellationMode;
import org.chancery.model.catalog.Plan;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.ItemKind;
import org.chancery.model.subscription.ItemTerms;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.subscription.SubscriptionRefusal;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.domain.Bill;
import org.chancery.service.billing.domain.BillComposer;
import org.chancery.service.billing.domain.BillComposer.Discount;
import org.chancery.service.billing.domain.ItemChanges;
import org.chancery.service.billing.domain.StandingCharges;
import org.chancery.service.catalog.ProductShelves;
import org.chancery.service.catalog.domain.Holding;
import org.chancery.service.catalog.domain.Offer;
import org.chancery.service.catalog.domain.OfferItem;
import org.chancery.service.catalog.domain.OfferRequest;
import org.chancery.service.catalog.domain.PriceList;
import org.chancery.service.catalog.domain.ProductShelf;
import org.chancery.service.checkout.domain.ChangeClass;
import org.chancery.service.licensing.LentSeats;

/** Works out what a change means and costs. Changes nothing itself. */
@Dependent
class ChangeDesk {

    private final ProductShelves shelves;
    private final BillDesk bills;
    private final ChargeAttempts attempts;
    private final LentSeats lent;
    private final Ids ids;

    @Inject
    ChangeDesk(ProductShelves shelves, BillDesk bills, ChargeAttempts attempts, LentSeats lent, Ids ids) {
        this.shelves = shelves;
        this.bills = bills;
        this.attempts = attempts;
        this.lent = lent;
        this.ids = ids;
    }

    /** Everything of the product of a subscription, with the prices that it pays. */
    ProductShelf shelfOf(Subscription subscription) {
        return shelves.of(
                subscription.productCode(),
                subscription.items().stream().map(SubscriptionItem::priceId).toList());
    }

    /**
     * The change, as of an instant.
     *
     * @param at for which the rest of the period is counted
     * @param now for which credit and tax count
     * @param byOperator who may ask for what customers may not
     * @throws InvalidRequestException naming what is unknown
     * @throws DomainException when it is not for sale, or not possible now
     */
    PreparedChange prepare(
            Subscription subscription, Account account, ChangeWish wish, Instant at, Instant now, boolean byOperator) {
        requireChangeable(subscription, now);
        ProductShelf shelf = shelfOf(subscription);
        Plan plan = shelf.plan(subscription.planItem().code()).orElseThrow();
        Map<String, Integer> held = held(subscription, shelf, plan);
        BillingPeriod period = wish.period() == null ? subscription.billingPeriod() : wish.period();
        if (period == BillingPeriod.ONCE) {
            throw new InvalidRequestException("period", "form", "A subscription is paid by month or year");
        }
        String planCode = wish.plan() == null ? plan.code() : wish.plan();
        Offer offer = new PriceList(shelf)
                .offer(new OfferRequest(
                        planCode,
                        period,
                        subscription.currency(),
                        wanted(subscription, held, wish.addOns()),
                        new Holding(plan.id(), priceIds(subscription), held)));
        List<PlannedItem> items = planned(subscription, offer, period);
        PlanChange.Target target = new PlanChange.Target(period, planCode, items, offer.addOns());
        requireDifference(subscription, target);
        ChangeClass kind = ChangeClass.of(
                new ChangeClass.Priced(plan.code(), subscription.planItem().unitAmount(), subscription.billingPeriod()),
                new ChangeClass.Priced(planCode, items.get(0).unitAmount(), period),
                held,
                offer.addOns());
        ChangeTiming when = timing(subscription, wish, kind);
        return when == ChangeTiming.PERIOD_END
                ? atPeriodEnd(subscription, account, target, now)
                : atOnce(
                        subscription,
                        account,
                        shelf,
                        target,
                        invoicing(subscription, wish, kind, period, byOperator),
                        at,
                        now);
    }

    private static void requireChangeable(Subscription subscription, Instant now) {
        subscription.requireRunning();
        boolean overdue = subscription.status().isBehind()
                || subscription.awaitedDueAt().filter(now::isAfter).isPresent();
        if (overdue) {
            throw new DomainException(
                    BillingRefusal.PAYMENT_OVERDUE, "Subscription " + subscription.id() + " has an overdue invoice");
        }
    }

    private static ChangeTiming timing(Subscription subscription, ChangeWish wish, ChangeClass kind) {
        if (subscription.status() == SubscriptionStatus.TRIALING) {
            return ChangeTiming.NOW; // nothing is paid yet, so nothing has to wait
        }
        ChangeTiming when = wish.when() == null ? kind.usualTiming() : wish.when();
        if (when == ChangeTiming.PERIOD_END && subscription.cancelAt().isPresent()) {
            throw new DomainException(
                    SubscriptionRefusal.CANCELING, "Subscription " + subscription.id() + " ends by then");
        }
        return when;
    }

    private static ChangeInvoicing invoicing(
            Subscription subscription, ChangeWish wish, ChangeClass kind, BillingPeriod period, boolean byOperator) {
        boolean newTerm = period != subscription.billingPeriod();
        if (newTerm || !kind.upgrade() || wish.invoice() == null) {
            return newTerm ? ChangeInvoicing.NOW : kind.usualInvoicing();
        }
        if (wish.invoice() == ChangeInvoicing.NEXT && kind.planChanges() && !byOperator) {
            throw new DomainException(CheckoutRefusal.NEXT_INVOICE_BY_OPERATOR, "A plan's upgrade is invoiced at once");
        }
        return wish.invoice();
    }

    private PreparedChange atPeriodEnd(
            Subscription subscription, Account account, PlanChange.Target target, Instant now) {
        ServicePeriod current = subscription.currentPeriod().orElseThrow();
        ServicePeriod next = target.billingPeriod() == subscription.billingPeriod()
                ? new ServicePeriod(current.end(), current.end().plusSeconds(1))
                : target.billingPeriod().nth(current.end(), 0);
        Money nextTotal = bills.nextTotal(
                account,
                subscription,
                target.items(),
                next,
                subscription.nextOrdinal(),
                bills.waiting(subscription.id()),
                now);
        return new PreparedChange(
                target,
                ChangeTiming.PERIOD_END,
                ChangeInvoicing.NEXT,
                Bill.nothing(subscription.currency()),
                List.of(),
                Money.zero(subscription.currency()),
                Money.zero(subscription.currency()),
                current.end(),
                current.end(),
                nextTotal);
    }

    private PreparedChange atOnce(
            Subscription subscription,
            Account account,
            ProductShelf shelf,
            PlanChange.Target target,
            ChangeInvoicing invoicing,
            Instant at,
            Instant now) {
        ServicePeriod current = subscription.currentPeriod().orElseThrow();
        boolean newTerm = target.billingPeriod() != subscription.billingPeriod();
        boolean trial = subscription.status() == SubscriptionStatus.TRIALING;
        ServicePeriod newPeriod = newTerm && !trial ? target.billingPeriod().nth(at, 0) : current;
        StandingCharges standing = bills.standing(subscription, at);
        ItemChanges changes = bills.changes(subscription, shelf, standing);
        if (!trial && changes.touchesUnpaid(subscription, newTerm ? List.of() : target.items(), at)) {
            throw new DomainException(
                    BillingRefusal.PAYMENT_PENDING, "The period of " + subscription.id() + " is not paid yet");
        }
        ItemChanges.Lines lines = trial
                ? new ItemChanges.Lines(List.of(), List.of())
                : newTerm
                        ? changes.toNewTerm(subscription, target.items(), newPeriod, at)
                        : changes.within(subscription, target.items(), current, at);
        BillComposer composer = bills.composer(account, subscription.currency(), now);
        List<LineDraft> discounted =
                composer.discounted(lines.invoiced(), discount(subscription, standing, lines, newTerm));
        Bill bill = composer.bill(discounted, standing.taxLeft());
        Money credit = bill.total().isPositive()
                ? bills.credit(account, subscription.currency(), now).min(bill.total())
                : Money.zero(subscription.currency());
        requireMayCredit(shelf, bill);
        requireNothingLent(subscription, bill, now);
        boolean waits = invoicing == ChangeInvoicing.NEXT && !bill.total().isNegative()
                || isTooLittle(subscription, bill.total().subtract(credit));
        List<LineDraft> waiting = new ArrayList<>(lines.waiting());
        if (waits) {
            waiting.addAll(discounted);
        }
        return new PreparedChange(
                target,
                ChangeTiming.NOW,
                waits ? ChangeInvoicing.NEXT : ChangeInvoicing.NOW,
                waits ? Bill.nothing(subscription.currency()) : bill,
                waiting,
                waits ? Money.zero(subscription.currency()) : credit,
                Money.zero(subscription.currency()),
                at,
                newPeriod.end(),
                next(account, subscription, target, newPeriod, newTerm, waiting, now));
    }

    private Money next(
            Account account,
            Subscription subscription,
            PlanChange.Target target,
            ServicePeriod current,
            boolean newTerm,
            List<LineDraft> added,
            Instant now) {
        List<LineDraft> waiting = new ArrayList<>(bills.waiting(subscription.id()));
        waiting.addAll(added);
        if (subscription.cancelAt().isPresent()) {
            return Money.zero(subscription.currency());
        }
        return bills.nextTotal(
                account,
                subscription,
                target.items(),
                new ServicePeriod(current.end(), current.end().plusSeconds(1)),
                subscription.nextOrdinal() + (newTerm && subscription.status() != SubscriptionStatus.TRIALING ? 1 : 0),
                waiting,
                now);
    }

    private static Discount discount(
            Subscription subscription, StandingCharges standing, ItemChanges.Lines lines, boolean newTerm) {
        if (newTerm) {
            return new Discount(subscription.discount().orElse(null), subscription.nextOrdinal(), 0);
        }
        ServicePeriod current = subscription.currentPeriod().orElseThrow();
        long returned = Stream.concat(lines.invoiced().stream(), lines.waiting().stream())
                .mapToLong(LineDraft::returnedDiscount)
                .sum();
        return new Discount(
                subscription.discount().orElse(null),
                subscription.billingOrdinal(),
                Math.max(0, standing.discountIn(current) - returned));
    }

    private boolean isTooLittle(Subscription subscription, Money due) {
        return subscription.collection() == Collection.CHARGE
                && due.isPositive()
                && due.compareTo(attempts.least(due.currency())) < 0;
    }

    /** Where nothing is given back for a cancellation, nothing is given back for a change either. */
    private static void requireMayCredit(ProductShelf shelf, Bill bill) {
        if (bill.total().isNegative() && !shelf.product().canBeCanceled(CancellationMode.NOW)) {
            throw new DomainException(
                    CheckoutRefusal.CANCELLATION_NOT_OFFERED,
                    "Product " + shelf.product().code() + " gives nothing back",
                    Map.of("when", ChangeTiming.NOW.word()));
        }
    }

    /** A file goes on with what was sold before, so nothing of that can be given back while it lives. */
    private void requireNothingLent(Subscription subscription, Bill bill, Instant now) {
        if (bill.total().isNegative()) {
            lent.lentUntilLocked(subscription.licenseId(), now).ifPresent(until -> {
                throw new DomainException(
                        CheckoutRefusal.OFFLINE_LICENSE_LIVES,
                        "An offline license of " + subscription.id() + " goes on",
                        Map.of("until", until.toString()));
            });
        }
    }

    private static void requireDifference(Subscription subscription, PlanChange.Target target) {
        List<UUID> now = subscription.items().stream().map(SubscriptionItem::id).toList();
        List<UUID> then = target.items().stream().map(PlannedItem::itemId).toList();
        if (target.billingPeriod() == subscription.billingPeriod()
                && now.size() == then.size()
                && now.containsAll(then)) {
            throw new DomainException(
                    SubscriptionRefusal.NOTHING_CHANGES, "Subscription " + subscription.id() + " is like this already");
        }
    }

    /** Quantities in all of what it has, the included ones among them. */
    static Map<String, Integer> held(Subscription subscription, ProductShelf shelf, Plan plan) {
        Map<String, Integer> paid = paid(subscription);
        return shelf.quantitiesHeld(plan, paid);
    }

    private static Map<String, Integer> paid(Subscription subscription) {
        return subscription.items().stream()
                .filter(item -> item.kind() == ItemKind.ADD_ON)
                .collect(Collectors.toMap(SubscriptionItem::code, SubscriptionItem::quantity));
    }

    /** What was bought stays unless it is named; what came with the plan comes with the other plan, or does not. */
    private static Map<String, Integer> wanted(
            Subscription subscription, Map<String, Integer> held, Map<String, Integer> named) {
        Map<String, Integer> wanted = new HashMap<>();
        paid(subscription).keySet().forEach(code -> wanted.put(code, held.getOrDefault(code, 0)));
        wanted.putAll(named);
        return wanted;
    }

    private static java.util.Set<UUID> priceIds(Subscription subscription) {
        return subscription.items().stream().map(SubscriptionItem::priceId).collect(Collectors.toSet());
    }

    /** Items that stay as they are keep their id; the others get one, under which they may be billed before. */
    private List<PlannedItem> planned(Subscription subscription, Offer offer, BillingPeriod period) {
        List<PlannedItem> planned = new ArrayList<>();
        for (OfferItem item : offer.items()) {
            ItemTerms terms = new ItemTerms(
                    item.kind() == OfferItem.Kind.PLAN ? ItemKind.PLAN : ItemKind.ADD_ON,
                    item.code(),
                    item.name(),
                    item.quantity(),
                    item.priceId(),
                    item.unitPrice().minor());
            UUID id = subscription.items().stream()
                    .filter(has -> period == subscription.billingPeriod() && isSame(has.terms(), terms))
                    .map(SubscriptionItem::id)
                    .findFirst()
                    .orElseGet(ids::next);
            planned.add(PlannedItem.of(id, terms));
        }
        return planned;
    }

    private static boolean isSame(ItemTerms has, ItemTerms wants) {
        return has.kind() == wants.kind()
                && has.code().equals(wants.code())
                && has.quantity() == wants.quantity()
                && has.priceId().equals(wants.priceId());
    }
}
