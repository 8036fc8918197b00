package org.chancery.model.perpetual;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.ItemKind;
import org.chancery.model.subscription.PlannedItem;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed when a perpetual license is ordered.
 *
 * @param items the plan first, then its add-ons
 * @param discount what a coupon takes off the order, or null
 */
public record PerpetualTerms(
        UUID accountId,
        UUID licenseId,
        String productCode,
        Collection collection,
        Currency currency,
        List<PlannedItem> items,
        @Nullable DiscountTerms discount) {

    public PerpetualTerms {
        if (items.isEmpty() || items.get(0).kind() != ItemKind.PLAN) {
            throw new IllegalArgumentException("A perpetual license has its plan as the first item");
        }
        items = List.copyOf(items);
    }
}
