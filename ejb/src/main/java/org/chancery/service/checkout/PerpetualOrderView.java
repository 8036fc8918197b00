package org.chancery.service.checkout;

import java.io.Serializable;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.perpetual.PerpetualView;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order of a perpetual license, or of a further year of its updates.
 *
 * @param licenseSecret shown in answer to the order and never again; null for updates
 * @param payment the attempt to charge it; null when it is paid by transfer, or nothing is due
 */
public record PerpetualOrderView(
        PerpetualView perpetual, @Nullable String licenseSecret, InvoiceView invoice, @Nullable PaymentView payment)
        implements Serializable {

    @Override
    public String toString() {
        return "PerpetualOrderView[perpetual=" + perpetual.id() + "]"; // the secret stays out of logs
    }
}
