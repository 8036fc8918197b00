package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.domain.Bill;
import org.chancery.service.billing.domain.BillComposer;
import org.chancery.service.checkout.InvoiceIssuing.Issued;

/** Bills whole periods, with what has waited for their invoice. */
@Dependent
class PeriodBilling {

    private final BillDesk bills;
    private final InvoiceIssuing issuing;
    private final ChargeAttempts attempts;

    @Inject
    PeriodBilling(BillDesk bills, InvoiceIssuing issuing, ChargeAttempts attempts) {
        this.bills = bills;
        this.issuing = issuing;
        this.attempts = attempts;
    }

    /** Bills the period that has just started. @return empty when its amount is too little to charge, and waits */
    Optional<Issued> current(Subscription subscription, Account account, Instant now) {
        ServicePeriod period = subscription.currentPeriod().orElseThrow();
        return bill(
                subscription,
                account,
                BillDesk.itemsOf(subscription),
                period,
                subscription.periodKey(),
                subscription.billingOrdinal(),
                now);
    }

    /** Bills the period after the current one, to be paid by transfer until it starts. */
    void ahead(Subscription subscription, Account account, Instant now) {
        List<PlannedItem> items = subscription
                .scheduledChange()
                .map(PlanChange::target)
                .map(PlanChange.Target::items)
                .orElseGet(() -> BillDesk.itemsOf(subscription));
        bill(
                subscription,
                account,
                items,
                subscription.nextPeriod(),
                subscription.nextPeriodKey(),
                subscription.nextOrdinal(),
                now);
        subscription.invoicedAhead();
    }

    private Optional<Issued> bill(
            Subscription subscription,
            Account account,
            List<PlannedItem> items,
            ServicePeriod period,
            String key,
            int ordinal,
            Instant now) {
        BillComposer composer = bills.composer(account, subscription.currency(), now);
        Instant start = subscription.currentPeriod().orElseThrow().start();
        Map<UUID, Long> taxLeft = // only what waits gives anything back
                BillDesk.hasWaiting(subscription) ? bills.taxLeft(subscription, start) : Map.of();
        List<LineDraft> lines = bills.period(composer, subscription, items, period, ordinal);
        List<LineDraft> waiting = bills.takeWaiting(subscription);
        List<LineDraft> all = new ArrayList<>(lines);
        all.addAll(waiting);
        Bill bill = composer.bill(all, taxLeft);
        if (bill.total().isNegative()) { // what waits gives back more than the period costs: a paper of its own
            issuing.creditNote(
                    InvoiceSubject.subscription(account.id(), subscription.id(), null),
                    composer.bill(waiting, taxLeft),
                    null,
                    now,
                    now);
            bill = composer.bill(lines, taxLeft);
        }
        Money credit = bills.credit(account, bill.currency(), now);
        if (isTooLittle(subscription, bill, credit)) {
            bills.addWaiting(subscription, bill.lines(), now);
            return Optional.empty();
        }
        Issued issued = issuing.issue(
                InvoicePurpose.PERIOD,
                InvoiceSubject.subscription(account.id(), subscription.id(), key),
                bill,
                credit,
                subscription.collection(),
                now);
        Invoice invoice = issued.invoice();
        if (invoice.isOpen() && subscription.collection() == Collection.WIRE) {
            invoice.dueAt().ifPresent(due -> subscription.awaitTransfer(invoice.id(), due));
        }
        return Optional.of(issued);
    }

    private boolean isTooLittle(Subscription subscription, Bill bill, Money credit) {
        Money due = bill.total().subtract(credit.min(bill.total()));
        return subscription.collection() == Collection.CHARGE
                && due.isPositive()
                && due.compareTo(attempts.least(due.currency())) < 0;
    }

    /** Bills what waits, by an invoice of its own, or gives back what comes out below zero. */
    Optional<Issued> waiting(
            Subscription subscription, Account account, List<LineDraft> added, Instant now, Instant availableAt) {
        BillComposer composer = bills.composer(account, subscription.currency(), now);
        var taxLeft = bills.taxLeft(subscription, now);
        List<LineDraft> lines = new ArrayList<>(bills.takeWaiting(subscription));
        lines.addAll(added);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Bill bill = composer.bill(lines, taxLeft);
        InvoiceSubject subject = InvoiceSubject.subscription(account.id(), subscription.id(), null);
        if (bill.total().isNegative()) {
            issuing.creditNote(subject, bill, null, now, availableAt);
            return Optional.empty();
        }
        Issued issued = issuing.issue(InvoicePurpose.PENDING, subject, bill, subscription.collection(), now);
        if (issued.invoice().isOpen() && subscription.collection() == Collection.WIRE) {
            issued.invoice()
                    .dueAt()
                    .ifPresent(
                            due -> subscription.awaitTransfer(issued.invoice().id(), due));
        }
        return Optional.of(issued);
    }
}
