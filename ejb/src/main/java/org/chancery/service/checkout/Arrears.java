package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.Invoices;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.payment.PaymentFailed;

/** What follows from a payment that did not come: the customer is told, and the subscription falls behind. */
@Dependent
class Arrears {

    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final Accounts accounts;
    private final ChangeApplication changes;
    private final BillingMails mails;

    @Inject
    Arrears(
            Subscriptions subscriptions,
            Invoices invoices,
            Accounts accounts,
            ChangeApplication changes,
            BillingMails mails) {
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.accounts = accounts;
        this.changes = changes;
        this.mails = mails;
    }

    /** In the transaction that records the failure; its caller holds the account. */
    void onFailed(@Observes PaymentFailed failure) {
        Invoice known = invoices.require(failure.invoiceId());
        known.subscriptionId().flatMap(subscriptions::findLocked).ifPresent(subscription -> {
            Invoice invoice = invoices.requireLocked(failure.invoiceId());
            if (invoice.isOpen()) {
                failed(subscription, invoice, failure);
            }
        });
    }

    private void failed(Subscription subscription, Invoice invoice, PaymentFailed failure) {
        boolean awaited = subscription
                .awaitingChange()
                .flatMap(PlanChange::invoiceId)
                .filter(invoice.id()::equals)
                .isPresent();
        if (awaited && failure.isFinal() && !failure.isAbandoned()) {
            changes.dropAwaiting(subscription, failure.at());
        } else if (invoice.purpose() == InvoicePurpose.PERIOD || invoice.purpose() == InvoicePurpose.PENDING) {
            failed(subscription, invoice, failure.at());
        }
    }

    /** A charge failed, or could not even be tried. */
    void failed(Subscription subscription, Invoice invoice, Instant at) {
        boolean first = subscription.status() == SubscriptionStatus.ACTIVE;
        subscription.fallBehind(invoice.id(), at, false);
        if (subscription.status().isRunning()) {
            mails.chargeFailed(accountOf(subscription), subscription, invoice, first);
        }
    }

    /** A transfer did not come by its date. */
    void overdue(Subscription subscription, Invoice invoice, Instant dueAt) {
        subscription.fallBehind(invoice.id(), dueAt, true);
        mails.overdue(accountOf(subscription), subscription, invoice);
    }

    /** The license was held back. */
    void suspended(Subscription subscription) {
        mails.suspended(accountOf(subscription), subscription);
    }

    /** Nobody paid in thirty days. */
    void gaveUp(Subscription subscription, Account account) {
        mails.gaveUp(account, subscription);
    }

    private Account accountOf(Subscription subscription) {
        return accounts.require(subscription.accountId());
    }
}
