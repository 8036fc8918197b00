package org.chancery.service.checkout;

import java.io.Serializable;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.subscription.SubscriptionView;

/**
 * What came of an order.
 *
 * @param licenseSecret shown here and never again
 */
public record OrderView(SubscriptionView subscription, String licenseSecret, InvoiceView invoice)
        implements Serializable {

    @Override
    public String toString() {
        return "OrderView[subscription=" + subscription.id() + "]"; // the secret stays out of logs
    }
}
