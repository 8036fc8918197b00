package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.Invoices;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Dunning;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.licensing.LicenseService;

/**
 * What follows from an invoice being paid, in the transaction of the payment: the subscription starts, a change takes
 * effect, a missing payment is made good. Does nothing while something is still due, and nothing a second time.
 */
@Dependent
class Settlement {

    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final Accounts accounts;
    private final PeriodBilling billing;
    private final ChangeApplication changes;
    private final Reversal reversal;
    private final LicenseService licenses;
    private final BillingMails mails;
    private final PerpetualSettlement perpetuals;
    private final CouponBooks coupons;

    @Inject
    Settlement(
            Subscriptions subscriptions,
            Invoices invoices,
            Accounts accounts,
            PeriodBilling billing,
            ChangeApplication changes,
            Reversal reversal,
            LicenseService licenses,
            BillingMails mails,
            PerpetualSettlement perpetuals,
            CouponBooks coupons) {
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.accounts = accounts;
        this.billing = billing;
        this.changes = changes;
        this.reversal = reversal;
        this.licenses = licenses;
        this.mails = mails;
        this.perpetuals = perpetuals;
        this.coupons = coupons;
    }

    /** The caller holds the locks on the account and the invoice. */
    void settle(Invoice invoice, Instant now) {
        if (invoice.isPaid()) {
            invoice.subscriptionId()
                    .map(subscriptions::requireLocked)
                    .ifPresent(subscription -> settle(subscription, invoice, now));
            invoice.perpetualLicenseId().ifPresent(perpetual -> perpetuals.settle(perpetual, invoice, now));
            coupons.sold(invoice, now);
        }
    }

    private void settle(Subscription subscription, Invoice invoice, Instant now) {
        if (subscription.status() == SubscriptionStatus.INCOMPLETE && invoice.purpose() == InvoicePurpose.FIRST) {
            subscription.start(now);
            subscription.currentPeriod().ifPresent(invoice::serve);
            licenses.activate(subscription.licenseId());
            return;
        }
        if (!subscription.status().isRunning()) {
            return;
        }
        Account account = accounts.require(subscription.accountId());
        awaited(subscription, invoice).ifPresent(change -> changes.paid(subscription, account, invoice, change, now));
        subscription.stopAwaiting(invoice.id());
        boolean missing = subscription
                .dunning()
                .map(Dunning::invoiceId)
                .filter(invoice.id()::equals)
                .isPresent();
        if (missing) {
            makeGood(subscription, account, now);
        }
        awaitOldest(subscription, now);
    }

    private static Optional<PlanChange> awaited(Subscription subscription, Invoice invoice) {
        return subscription.awaitingChange().filter(change -> change.invoiceId()
                .filter(invoice.id()::equals)
                .isPresent());
    }

    /** Another invoice of a period may be waiting for a transfer still. */
    private void awaitOldest(Subscription subscription, Instant now) {
        if (subscription.collection() == Collection.WIRE
                && subscription.dunning().isEmpty()) {
            invoices.openOfSubscription(subscription.id()).stream()
                    .filter(open -> open.purpose() != InvoicePurpose.CHANGE)
                    .findFirst()
                    .ifPresent(open ->
                            subscription.awaitTransfer(open.id(), open.dueAt().orElse(now)));
        }
    }

    /** The license is back at once. A suspended one whose paid period is over by now starts a new period. */
    private void makeGood(Subscription subscription, Account account, Instant now) {
        boolean suspended = subscription.status() == SubscriptionStatus.UNPAID;
        subscription.catchUp();
        if (suspended) {
            licenses.reinstate(subscription.licenseId());
        }
        mails.restored(account, subscription);
        boolean over = subscription
                .currentPeriod()
                .filter(period -> !now.isBefore(period.end()))
                .isPresent();
        if (suspended && over) {
            reversal.takeBackAhead(subscription, now); // its period does not follow any more
            subscription.beginTerm(subscription.billingPeriod(), now);
            billing.current(subscription, account, now);
        }
    }
}
