package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.account.Account;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.billing.Invoices;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.domain.Bill;
import org.chancery.service.billing.domain.ItemChanges;
import org.chancery.service.billing.domain.StandingCharges;
import org.chancery.service.catalog.domain.ProductShelf;
import org.chancery.service.licensing.LicenseService;

/** Makes a change come true: the subscription consists of other items, and its license grants what they do. */
@Dependent
class ChangeApplication {

    private final ChangeDesk desk;
    private final BillDesk bills;
    private final InvoiceIssuing issuing;
    private final PeriodBilling billing;
    private final Reversal reversal;
    private final Invoices invoices;
    private final LicenseService licenses;

    @Inject
    ChangeApplication(
            ChangeDesk desk,
            BillDesk bills,
            InvoiceIssuing issuing,
            PeriodBilling billing,
            Reversal reversal,
            Invoices invoices,
            LicenseService licenses) {
        this.desk = desk;
        this.bills = bills;
        this.issuing = issuing;
        this.billing = billing;
        this.reversal = reversal;
        this.invoices = invoices;
        this.licenses = licenses;
    }

    /** Takes a change over at once; what was scheduled before is replaced by it. */
    void apply(Subscription subscription, Account account, PlanChange.Target target, Instant now) {
        boolean ahead = subscription.isInvoicedAhead();
        reversal.takeBackAhead(subscription, now);
        apply(subscription, account, target, ahead, now);
    }

    private void apply(
            Subscription subscription, Account account, PlanChange.Target target, boolean ahead, Instant now) {
        ProductShelf shelf = desk.shelfOf(subscription);
        subscription.forgetScheduled();
        boolean newTerm = target.billingPeriod() != subscription.billingPeriod();
        subscription.become(target.items(), now);
        if (newTerm && subscription.status() == SubscriptionStatus.TRIALING) {
            subscription.payBy(target.billingPeriod());
        } else if (newTerm) {
            subscription.beginTerm(target.billingPeriod(), now);
        }
        grant(subscription, shelf, target.planCode(), target.addOns());
        if (ahead && !newTerm) {
            billing.ahead(subscription, account, now);
        }
    }

    /** The invoice of a change is paid: it takes effect, and the days between are credited. */
    void paid(Subscription subscription, Account account, Invoice invoice, PlanChange change, Instant now) {
        ProductShelf shelf = desk.shelfOf(subscription);
        boolean ahead = subscription.isInvoicedAhead();
        reversal.takeBackAhead(subscription, now); // what waited for that invoice waits again, and may be credited
        List<PlannedItem> wanted = change.target().items();
        StandingCharges standing = bills.standing(subscription, now);
        ItemChanges changes = bills.changes(subscription, shelf, standing);
        List<LineDraft> late = lateCredits(subscription, changes, wanted, now);
        lowerOpen(subscription, account, changes, standing, wanted, now);
        boolean newTerm = change.billingPeriod() != subscription.billingPeriod();
        List<LineDraft> between = bills.daysBetween(subscription, shelf).of(invoice, change.requestedAt(), now);
        if (newTerm) {
            serve(invoice, change, now);
        }
        bills.addWaiting(subscription, late, now);
        subscription.forget(change);
        apply(subscription, account, change.target(), ahead, now);
        settleBetween(subscription, account, invoice, between, now);
    }

    /** The new period starts with the payment; until now its lines had told an estimate. */
    private static void serve(Invoice invoice, PlanChange change, Instant now) {
        invoice.serveCharges(change.billingPeriod().nth(now, 0));
    }

    private void settleBetween(
            Subscription subscription, Account account, Invoice invoice, List<LineDraft> between, Instant now) {
        if (between.isEmpty()) {
            return;
        }
        Bill bill = bills.composer(account, subscription.currency(), now).bill(between, taxOf(invoice));
        if (bill.total().isNegative()) {
            InvoiceSubject subject = InvoiceSubject.subscription(account.id(), subscription.id(), null)
                    .correcting(invoice.id());
            issuing.creditNote(subject, bill, null, now, now);
        } else {
            bills.addWaiting(subscription, between, now);
        }
    }

    private static Map<UUID, Long> taxOf(Invoice invoice) {
        return invoice.lines().stream()
                .filter(line -> line.tax() > 0)
                .collect(Collectors.toMap(InvoiceLine::id, InvoiceLine::tax));
    }

    /**
     * While the change waited for its payment, what it ends may have been billed further: the unused rest of that is given
     * back as well. The change's own invoice is paid by now, so what it gave back is not given back again.
     */
    private List<LineDraft> lateCredits(
            Subscription subscription, ItemChanges changes, List<PlannedItem> wanted, Instant now) {
        ServicePeriod current = subscription.currentPeriod().orElseThrow();
        ItemChanges.Lines lines = changes.within(subscription, wanted, current, now);
        List<LineDraft> credits = new ArrayList<>(lines.waiting());
        lines.invoiced().stream().filter(LineDraft::isCredit).forEach(credits::add);
        return credits;
    }

    /** What of that is asked for and not paid asks for the used part only. */
    private void lowerOpen(
            Subscription subscription,
            Account account,
            ItemChanges changes,
            StandingCharges standing,
            List<PlannedItem> wanted,
            Instant now) {
        for (Invoice open : invoices.openOfSubscription(subscription.id())) {
            List<LineDraft> unused = changes.restOf(open.id(), subscription, wanted, now);
            if (!unused.isEmpty()) {
                issuing.creditNote(
                        InvoiceSubject.subscription(account.id(), subscription.id(), null)
                                .correcting(open.id()),
                        bills.composer(account, subscription.currency(), now).bill(unused, standing.taxLeft()),
                        open,
                        now,
                        now);
            }
        }
    }

    /** Forgets a change that waits for its payment, and voids what it asked for. */
    void dropAwaiting(Subscription subscription, Instant now) {
        subscription.awaitingChange().ifPresent(change -> {
            change.invoiceId()
                    .map(invoices::requireLocked)
                    .filter(Invoice::isOpen)
                    .ifPresent(invoice -> issuing.voidInvoice(invoice, now));
            subscription.forget(change);
        });
    }

    /** The license grants what the subscription consists of now. */
    void grant(Subscription subscription, ProductShelf shelf, String planCode, Map<String, Integer> addOns) {
        licenses.change(subscription.licenseId(), LicenseGrants.of(shelf, planCode, addOns));
    }

    /** The same after a change that took effect with a new period. */
    void grantScheduled(Subscription subscription, PlanChange change) {
        grant(subscription, desk.shelfOf(subscription), change.planCode(), change.addOns());
    }
}
