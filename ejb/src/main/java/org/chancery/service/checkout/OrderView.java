package org.chancery.service.checkout;

import java.io.Serializable;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order.
 *
 * @param licenseSecret shown here and never again
 * @param invoice the first one; null for a trial
 * @param payment the attempt to charge it; null when it is paid by transfer, or nothing is due
 */
public record OrderView(
        SubscriptionView subscription,
        String licenseSecret,
        @Nullable InvoiceView invoice,
        @Nullable PaymentView payment)
        implements Serializable {

    @Override
    public String toString() {
        return "OrderView[subscription=" + subscription.id() + "]"; // the secret stays out of logs
    }
}
