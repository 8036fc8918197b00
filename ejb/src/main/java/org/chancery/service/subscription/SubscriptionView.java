package org.chancery.service.subscription;

import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.subscription.Collection;
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
 * @param currentPeriod null until the first invoice is paid
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
        UUID license)
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
                subscription.licenseId());
    }

    /** What one period costs, before discount and tax. */
    public long amountPerPeriod() {
        return items.stream().mapToLong(Item::amount).reduce(0, Math::addExact);
    }
}
