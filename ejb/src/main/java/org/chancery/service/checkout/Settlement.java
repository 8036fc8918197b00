package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.chancery.model.billing.Invoice;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.licensing.LicenseService;

/**
 * What follows from an invoice being paid, in the transaction of the payment: the subscription starts and its license
 * may be used. Does nothing while something is still due, and nothing a second time.
 */
@Dependent
class Settlement {

    private final Subscriptions subscriptions;
    private final LicenseService licenses;

    @Inject
    Settlement(Subscriptions subscriptions, LicenseService licenses) {
        this.subscriptions = subscriptions;
        this.licenses = licenses;
    }

    void settle(Invoice invoice, Instant now) {
        if (!invoice.isPaid()) {
            return;
        }
        Subscription subscription = subscriptions.requireLocked(invoice.subscriptionId());
        if (subscription.status() == SubscriptionStatus.INCOMPLETE && invoice.periodIndex() == 0) {
            subscription.start(now);
            subscription.currentPeriod().ifPresent(invoice::serve);
            licenses.activate(subscription.licenseId());
        }
    }
}
