package org.chancery.model.subscription;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * An account's standing order for a plan and its add-ons. It is born {@code INCOMPLETE} with its first invoice and
 * becomes {@code ACTIVE} when that is paid; that instant is the anchor from which its periods are counted. A change
 * between month and year begins a new term with an anchor of its own. What it knows about time it is told.
 */
@Entity
public class Subscription extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID licenseId;

    @Column(nullable = false, updatable = false, length = 64)
    private String productCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private SubscriptionStatus status;

    @Embedded
    private BillingCycle cycle;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Collection collection;

    @Column(nullable = false, updatable = false, length = 3)
    private Currency currency;

    @Column(nullable = false, updatable = false)
    private Instant orderedAt;

    @Embedded
    private @Nullable DiscountTerms discount;

    /** Until when a first order waits for its payment. */
    @Column
    private @Nullable Instant expiresAt;

    @Column
    private @Nullable Instant cancelAt;

    @Column(length = 500)
    private @Nullable String cancelReason;

    @Column
    private @Nullable Instant endedAt;

    @Column
    private @Nullable UUID awaitedInvoiceId;

    @Column
    private @Nullable Instant awaitedDueAt;

    @Embedded
    private @Nullable Dunning dunning;

    /** Since when something waits for the next invoice. */
    @Column
    private @Nullable Instant pendingSince;

    /** When time alone makes something happen next; rows with it are what the timer looks for. */
    @Column
    private @Nullable Instant nextStepAt;

    /** Set when a step failed: nothing more is done to it before somebody has looked. */
    @Column
    private @Nullable Instant parkedAt;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "subscription_id", nullable = false)
    @OrderBy("position")
    private List<SubscriptionItem> items = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY, orphanRemoval = true)
    @JoinColumn(name = "subscription_id", nullable = false)
    @OrderBy("id")
    private List<PlanChange> changes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Subscription() {} // Hibernate only

    /**
     * A new order, not paid yet.
     *
     * @param expiresAt until when it waits for its payment
     */
    public Subscription(UUID id, SubscriptionTerms terms, Instant orderedAt, Instant expiresAt) {
        super(id);
        this.accountId = terms.accountId();
        this.licenseId = terms.licenseId();
        this.productCode = terms.productCode();
        this.cycle = new BillingCycle(terms.billingPeriod(), terms.zone());
        this.collection = terms.collection();
        this.currency = terms.currency();
        this.items = new ArrayList<>(terms.items());
        this.discount = terms.discount();
        this.orderedAt = orderedAt;
        this.expiresAt = expiresAt;
        this.status = SubscriptionStatus.INCOMPLETE;
        plan();
    }

    /** Nothing is asked for until the trial is over. */
    public void startTrial(Instant now, Instant until) {
        become(SubscriptionStatus.TRIALING);
        cycle.startTrial(now, until);
        expiresAt = null;
        plan();
    }

    /** The first invoice is paid: the first period starts at this instant, which is the anchor from now on. */
    public void start(Instant paidAt) {
        become(SubscriptionStatus.ACTIVE);
        expiresAt = null;
        cycle.start(paidAt);
        plan();
    }

    /** A new term starts now, with its own anchor, as after a change between month and year. */
    public void beginTerm(BillingPeriod period, Instant now) {
        cycle.beginTerm(period, now);
        plan();
    }

    /** Will be paid by month or year from the end of the trial. */
    public void payBy(BillingPeriod period) {
        cycle.payBy(period);
        plan();
    }

    /**
     * The period is over, the next one starts, and what was scheduled for it takes effect. A trial's end is the anchor.
     *
     * @param accountZone in which the days of the new period are counted
     */
    public void rollOver(ZoneId accountZone) {
        Instant end = cycle.requirePeriod().end();
        cycle.rollOver(isTrial(), nextBillingPeriod(), accountZone);
        if (isTrial()) {
            become(SubscriptionStatus.ACTIVE);
        }
        scheduledChange().ifPresent(change -> {
            become(change.target().items(), end);
            changes.remove(change);
        });
        plan();
    }

    /** The span of the period after the current one, as a change for then would have it. */
    public ServicePeriod nextPeriod() {
        return cycle.nextPeriod(isTrial(), nextBillingPeriod());
    }

    /** The key under which the current period is billed, once. */
    public String periodKey() {
        return cycle.periodKey();
    }

    /** The key of the period after the current one. */
    public String nextPeriodKey() {
        return cycle.nextPeriodKey(isTrial(), nextBillingPeriod());
    }

    /** Month or year after the current period. */
    public BillingPeriod nextBillingPeriod() {
        return scheduledChange().map(PlanChange::billingPeriod).orElse(cycle.billingPeriod());
    }

    /** Which period is billed next, counted from 0 for the first. */
    public int nextOrdinal() {
        return cycle.nextOrdinal(isTrial());
    }

    private boolean isTrial() {
        return status == SubscriptionStatus.TRIALING;
    }

    /** The next period's invoice is out, to be paid by transfer. */
    public void invoicedAhead() {
        cycle.invoicedAhead(true);
        plan();
    }

    /** That invoice was taken back, because what it billed has changed. */
    public void takeBackAhead() {
        cycle.invoicedAhead(false);
        plan();
    }

    /** A transfer is awaited by then. One that is awaited longer stays the one that counts. */
    public void awaitTransfer(UUID invoiceId, Instant dueAt) {
        if (awaitedInvoiceId == null && dunning == null) {
            awaitedInvoiceId = invoiceId;
            awaitedDueAt = dueAt;
            plan();
        }
    }

    /** Nothing is awaited on this invoice any more. */
    public void stopAwaiting(UUID invoiceId) {
        if (invoiceId.equals(awaitedInvoiceId)) {
            awaitedInvoiceId = null;
            awaitedDueAt = null;
            plan();
        }
    }

    /** Consists of these from now on. Those that it has already go on; what else there was ends. */
    public void become(List<PlannedItem> wanted, Instant now) {
        Set<UUID> kept = wanted.stream().map(PlannedItem::itemId).collect(Collectors.toSet());
        Set<UUID> live = items().stream().map(SubscriptionItem::id).collect(Collectors.toSet());
        items.stream()
                .filter(SubscriptionItem::isLive)
                .filter(i -> !kept.contains(i.id()))
                .forEach(i -> i.end(now));
        for (PlannedItem item : wanted) {
            if (!live.contains(item.itemId())) {
                items.add(new SubscriptionItem(item.itemId(), item.terms(), item.kind() == ItemKind.PLAN ? 0 : 1));
            }
        }
        plan();
    }

    /** Schedules a change for the end of the period, in place of another that was. */
    public void schedule(PlanChange change) {
        changes.removeIf(other -> !other.awaitsPayment());
        changes.add(change);
        plan();
    }

    /** A change waits for its payment. One scheduled before it stays until then: a decline leaves all as it was. */
    public void await(PlanChange change) {
        changes.add(change);
        plan();
    }

    /** Forgets a change that was undone, lapsed or taken over. */
    public void forget(PlanChange change) {
        changes.remove(change);
        plan();
    }

    /** A new change was taken over at once: what was scheduled before is replaced by it. */
    public void forgetScheduled() {
        changes.removeIf(other -> !other.awaitsPayment());
        plan();
    }

    /** The change for the end of the period, also while a cancellation suspends it. */
    public Optional<PlanChange> scheduledChange() {
        return changes.stream().filter(change -> !change.awaitsPayment()).findFirst();
    }

    /** The change that waits for its payment. */
    public Optional<PlanChange> awaitingChange() {
        return changes.stream().filter(PlanChange::awaitsPayment).findFirst();
    }

    /** Ends at the end of the period, unless that is undone before. */
    public void cancelAtPeriodEnd(@Nullable String reason) {
        requireRunning();
        cancelAt = cycle.requirePeriod().end();
        cancelReason = reason;
        plan();
    }

    /** Goes on after all. @throws DomainException when it was not to be canceled */
    public void resume() {
        if (cancelAt == null || status == SubscriptionStatus.CANCELED) {
            throw new DomainException(SubscriptionRefusal.NOT_CANCELING, "Subscription " + id() + " goes on anyway");
        }
        cancelAt = null;
        cancelReason = null;
        plan();
    }

    /** Ends it for good. */
    public void cancel(@Nullable String reason, Instant now) {
        become(SubscriptionStatus.CANCELED);
        if (reason != null) {
            cancelReason = reason;
        }
        finish(now);
    }

    /** Nobody paid the first order. */
    public void expire(Instant now) {
        become(SubscriptionStatus.INCOMPLETE_EXPIRED);
        finish(now);
    }

    private void finish(Instant now) {
        endedAt = now;
        expiresAt = null;
        changes.clear();
        dunning = null;
        awaitedInvoiceId = null;
        awaitedDueAt = null;
        pendingSince = null;
        plan();
    }

    /** A debit is on its way and holds the order open. */
    public void waitUntil(Instant later) {
        expiresAt = later;
        plan();
    }

    /** A charge failed, or a transfer did not come by its date. Another missing payment changes nothing. */
    public void fallBehind(UUID invoiceId, Instant since, boolean byWire) {
        if (status == SubscriptionStatus.ACTIVE) {
            become(SubscriptionStatus.PAST_DUE);
            dunning = new Dunning(invoiceId, since, 0, byWire);
            stopAwaiting(invoiceId);
            plan();
        }
    }

    /** It was charged again. */
    public void retried() {
        dunning = requireDunning().retried();
        plan();
    }

    /** The license is held back; no new periods are billed. */
    public void suspend() {
        become(SubscriptionStatus.UNPAID);
        plan();
    }

    /** The missing payment came. */
    public void catchUp() {
        become(SubscriptionStatus.ACTIVE);
        dunning = null;
        plan();
    }

    /** Something waits for the next invoice. @param since when the longest waiting one came, or null for nothing */
    public void pendingSince(@Nullable Instant since) {
        pendingSince = since;
        plan();
    }

    /** Charged automatically or by transfer from now on. */
    public void collectBy(Collection other) {
        collection = other;
        plan();
    }

    /** A step failed: leave it alone until somebody has looked. */
    public void park(Instant now) {
        parkedAt = now;
        plan();
    }

    /** Somebody has looked: go on. */
    public void unpark() {
        parkedAt = null;
        plan();
    }

    /** Whether the next period should be invoiced already, to be paid by transfer. */
    public boolean isAheadDueAt(Instant now) {
        return SubscriptionAgenda.aheadAt(this).filter(at -> !at.isAfter(now)).isPresent();
    }

    /** What time makes happen next; empty when it is over, or parked. */
    public Optional<SubscriptionStep.Due> nextStep() {
        return SubscriptionAgenda.next(this);
    }

    private void plan() {
        nextStepAt = nextStep().map(SubscriptionStep.Due::at).orElse(null);
    }

    private void become(SubscriptionStatus next) {
        if (!status.canBecome(next)) {
            throw new DomainException(
                    SubscriptionRefusal.ILLEGAL_TRANSITION,
                    "Subscription " + id() + " cannot go from " + status + " to " + next);
        }
        status = next;
    }

    /** @throws DomainException when it has not started, or is over */
    public void requireRunning() {
        if (!status.isRunning()) {
            throw new DomainException(SubscriptionRefusal.NOT_RUNNING, "Subscription " + id() + " is " + status);
        }
    }

    private Dunning requireDunning() {
        if (dunning == null) {
            throw new IllegalStateException("Subscription " + id() + " owes nothing");
        }
        return dunning;
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID licenseId() {
        return licenseId;
    }

    public String productCode() {
        return productCode;
    }

    public SubscriptionStatus status() {
        return status;
    }

    public BillingPeriod billingPeriod() {
        return cycle.billingPeriod();
    }

    public Collection collection() {
        return collection;
    }

    public Currency currency() {
        return currency;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    /** Empty until the first invoice is paid or a trial has started. */
    public Optional<ServicePeriod> currentPeriod() {
        return cycle.currentPeriod();
    }

    /** How many periods were billed before the current one. */
    public int billingOrdinal() {
        return cycle.billingOrdinal();
    }

    /** In which the days of the current period are counted. */
    public ZoneId zone() {
        return cycle.zone();
    }

    /** What a coupon takes off; empty without one. */
    public Optional<DiscountTerms> discount() {
        return Optional.ofNullable(discount);
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** When it ends, because it was canceled. */
    public Optional<Instant> cancelAt() {
        return Optional.ofNullable(cancelAt);
    }

    public Optional<String> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public boolean isInvoicedAhead() {
        return cycle.isInvoicedAhead();
    }

    /** By when a transfer is awaited. */
    public Optional<Instant> awaitedDueAt() {
        return Optional.ofNullable(awaitedDueAt);
    }

    public Optional<UUID> awaitedInvoiceId() {
        return Optional.ofNullable(awaitedInvoiceId);
    }

    /** The steps after a missing payment; empty when nothing is missing. */
    public Optional<Dunning> dunning() {
        return Optional.ofNullable(dunning);
    }

    public Optional<Instant> pendingSince() {
        return Optional.ofNullable(pendingSince);
    }

    /** When what waits is asked for by an invoice of its own; empty when that of the next period does it. */
    public Optional<Instant> pendingDueAt() {
        return currentPeriod().flatMap(period -> SubscriptionAgenda.waiting(this, period));
    }

    public Optional<Instant> nextStepAt() {
        return Optional.ofNullable(nextStepAt);
    }

    public boolean isParked() {
        return parkedAt != null;
    }

    /** Since when it is left alone after a step failed; empty when it goes on. */
    public Optional<Instant> parkedAt() {
        return Optional.ofNullable(parkedAt);
    }

    /** What it consists of now: the plan first, then the add-ons. */
    public List<SubscriptionItem> items() {
        return items.stream()
                .filter(SubscriptionItem::isLive)
                .sorted(Comparator.comparing(SubscriptionItem::position).thenComparing(SubscriptionItem::id))
                .toList();
    }

    public SubscriptionItem planItem() {
        return items().get(0);
    }
}
