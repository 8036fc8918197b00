package org.chancery.service.subscription;

import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is shown. Amounts are minor units of its currency.
 *
 * @param plan the plan's code
 * @param currentPeriod null until the first invoice is paid or a trial has started
 * @param cancelAt when it ends because it was canceled, or null
 * @param endedAt when it ended, or null
 * @param pendingChange what it will become, or null
 * @param coupon the code of the coupon that it was ordered with, or null
 */
public record SubscriptionView(
        UUID id,
        UUID account,
        SubscriptionStatus status,
        String product,
        String plan,
        String planName,
        BillingPeriod period,
        Collection collection,
        Currency currency,
        List<Item> items,
        Instant orderedAt,
        @Nullable ServicePeriod currentPeriod,
        UUID license,
        @Nullable Instant cancelAt,
        @Nullable Instant endedAt,
        @Nullable Change pendingChange,
        @Nullable String coupon)
        implements Serializable {

    /** One price and quantity within it. */
    public record Item(UUID id, String kind, String code, String name, int quantity, long unitAmount, long amount)
            implements Serializable {

        static Item of(SubscriptionItem item) {
            return new Item(
                    item.id(),
                    item.kind().word(),
                    item.code(),
                    item.name(),
                    item.quantity(),
                    item.unitAmount(),
                    Math.multiplyExact(item.unitAmount(), item.quantity()));
        }
    }

    /**
     * What it will become.
     *
     * @param addOns quantities in all by code
     * @param effectiveAt when; null while it waits for its payment
     * @param invoice what has to be paid first; null for a change at the end of the period
     * @param lapsesAt until when that may be paid; null for a change at the end of the period
     */
    public record Change(
            String plan,
            BillingPeriod period,
            Map<String, Integer> addOns,
            @Nullable Instant effectiveAt,
            @Nullable UUID invoice,
            @Nullable Instant lapsesAt)
            implements Serializable {

        static Change of(PlanChange change) {
            return new Change(
                    change.planCode(),
                    change.billingPeriod(),
                    change.addOns(),
                    change.invoiceId().isPresent() ? null : change.effectiveAt(),
                    change.invoiceId().orElse(null),
                    change.lapsesAt().orElse(null));
        }
    }

    public static SubscriptionView of(Subscription subscription) {
        return new SubscriptionView(
                subscription.id(),
                subscription.accountId(),
                subscription.status(),
                subscription.productCode(),
                subscription.planItem().code(),
                subscription.planItem().name(),
                subscription.billingPeriod(),
                subscription.collection(),
                subscription.currency(),
                subscription.items().stream().map(Item::of).toList(),
                subscription.orderedAt(),
                subscription.currentPeriod().orElse(null),
                subscription.licenseId(),
                subscription.cancelAt().orElse(null),
                subscription.endedAt().orElse(null),
                subscription
                        .awaitingChange()
                        .or(subscription::scheduledChange)
                        .map(Change::of)
                        .orElse(null),
                subscription.discount().map(DiscountTerms::couponCode).orElse(null));
    }

    /** What one period costs, before discount and tax. */
    public long amountPerPeriod() {
        return items.stream().mapToLong(Item::amount).reduce(0, Math::addExact);
    }
}
