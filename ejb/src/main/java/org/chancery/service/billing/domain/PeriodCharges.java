package org.chancery.service.billing.domain;

import java.util.List;
import java.util.UUID;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.ItemTerms;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.time.ServicePeriod;

/** The charges for a whole period: one for each item, in the items' order. */
public final class PeriodCharges {

    private final Ids ids;

    public PeriodCharges(Ids ids) {
        this.ids = ids;
    }

    /** What a subscription consists of now. */
    public List<LineDraft> of(Subscription subscription, ServicePeriod period) {
        return subscription.items().stream()
                .map(item -> charge(item.id(), item.terms(), period))
                .toList();
    }

    /** What a change wants. */
    public List<LineDraft> of(List<PlannedItem> items, ServicePeriod period) {
        return items.stream()
                .map(item -> charge(item.itemId(), item.terms(), period))
                .toList();
    }

    private LineDraft charge(UUID itemId, ItemTerms terms, ServicePeriod period) {
        return LineDraft.charge(
                ids.next(), itemId, terms.kind().word(), terms.name(), terms.quantity(), terms.amount(), period, false);
    }
}
