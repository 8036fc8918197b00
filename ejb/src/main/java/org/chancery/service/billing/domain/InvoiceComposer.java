package org.chancery.service.billing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.time.ServicePeriod;

/** Composes the draft that asks for one whole period of a subscription: a line per item, in the items' order. */
public final class InvoiceComposer {

    private final Ids ids;

    public InvoiceComposer(Ids ids) {
        this.ids = ids;
    }

    /**
     * @param periodIndex which period is billed, 0 for the first
     * @param period what the lines pay for
     */
    public Invoice forPeriod(Subscription subscription, int periodIndex, ServicePeriod period) {
        UUID invoiceId = ids.next();
        List<InvoiceLine> lines = new ArrayList<>();
        for (SubscriptionItem item : subscription.items()) {
            lines.add(new InvoiceLine(
                    ids.next(),
                    item.id(),
                    item.kind().word(),
                    item.name(),
                    item.quantity(),
                    Math.multiplyExact(item.unitAmount(), item.quantity()),
                    false,
                    period,
                    lines.size()));
        }
        return new Invoice(
                invoiceId, subscription.accountId(), subscription.id(), periodIndex, subscription.currency(), lines);
    }
}
