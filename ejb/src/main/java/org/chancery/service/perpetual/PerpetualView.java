package org.chancery.service.perpetual;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualStatus;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.PlannedItem;
import org.jspecify.annotations.Nullable;

/**
 * A perpetual license as it is shown. Amounts are minor units of its currency.
 *
 * @param plan the plan's code
 * @param activatedAt null until it is paid
 * @param updatesUntil the last release date that is covered, inclusive; null until it is paid
 * @param updatesInvoice the invoice of a further year that waits for its payment, or null
 * @param expiresAt when it gives up waiting for what is not paid, or null
 * @param coupon the code of the coupon that it was ordered with, or null
 */
public record PerpetualView(
        UUID id,
        UUID account,
        PerpetualStatus status,
        String product,
        String plan,
        String planName,
        Collection collection,
        Currency currency,
        List<Item> items,
        Instant orderedAt,
        @Nullable Instant activatedAt,
        @Nullable LocalDate updatesUntil,
        @Nullable UUID updatesInvoice,
        @Nullable Instant expiresAt,
        UUID license,
        @Nullable String coupon)
        implements Serializable {

    /** One price and quantity within it. */
    public record Item(String kind, String code, String name, int quantity, long unitAmount, long amount)
            implements Serializable {

        static Item of(PlannedItem item) {
            return new Item(
                    item.kind().word(),
                    item.code(),
                    item.name(),
                    item.quantity(),
                    item.unitAmount(),
                    item.terms().amount());
        }
    }

    public static PerpetualView of(PerpetualLicense perpetual) {
        PlannedItem plan = perpetual.planItem();
        return new PerpetualView(
                perpetual.id(),
                perpetual.accountId(),
                perpetual.status(),
                perpetual.productCode(),
                plan.code(),
                plan.name(),
                perpetual.collection(),
                perpetual.currency(),
                perpetual.items().stream().map(Item::of).toList(),
                perpetual.orderedAt(),
                perpetual.activatedAt().orElse(null),
                perpetual.updatesUntil().orElse(null),
                perpetual.updatesInvoiceId().orElse(null),
                perpetual.expiresAt().orElse(null),
                perpetual.licenseId(),
                perpetual.discount().map(DiscountTerms::couponCode).orElse(null));
    }

    public boolean isActive() {
        return status == PerpetualStatus.ACTIVE;
    }
}
