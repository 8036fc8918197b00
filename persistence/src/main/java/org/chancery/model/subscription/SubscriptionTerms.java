package org.chancery.model.subscription;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed when a subscription is ordered.
 *
 * @param items the plan first, then its add-ons
 * @param zone the account's, in which the days of a period are counted
 * @param discount what a coupon takes off, or null
 */
public record SubscriptionTerms(
        UUID accountId,
        UUID licenseId,
        String productCode,
        BillingPeriod billingPeriod,
        Collection collection,
        Currency currency,
        List<SubscriptionItem> items,
        ZoneId zone,
        @Nullable DiscountTerms discount) {

    public SubscriptionTerms {
        if (billingPeriod == BillingPeriod.ONCE) {
            throw new IllegalArgumentException("A subscription is paid by month or year");
        }
        if (items.isEmpty() || items.get(0).kind() != ItemKind.PLAN) {
            throw new IllegalArgumentException("A subscription has its plan as the first item");
        }
        items = List.copyOf(items);
    }
}
