package org.chancery.model.billing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A line before it stands on an invoice. Amounts are minor units.
 *
 * @param itemId the subscription item, or the part of a perpetual license, that it is for
 * @param kind {@code plan} or {@code add_on}
 * @param amount before discount and tax; negative for a credit, which is what was really charged, after its discount
 * @param discount its share of the coupon, 0 for a credit
 * @param returnedDiscount for a credit, how much of the coupon's worth goes back with it
 * @param period what it pays for
 * @param credits the charge of which it takes back a part, or null for a charge
 * @param taxRate percent; null while it is not decided, as for a charge that waits for its invoice
 * @param taxReason why no tax is asked, or null
 */
public record LineDraft(
        UUID id,
        UUID itemId,
        String kind,
        String description,
        int quantity,
        long amount,
        long discount,
        long returnedDiscount,
        ServicePeriod period,
        boolean proration,
        @Nullable UUID credits,
        @Nullable BigDecimal taxRate,
        @Nullable TaxReason taxReason)
        implements Serializable {

    /** A charge without discount, whose tax is decided when it is invoiced. */
    public static LineDraft charge(
            UUID id,
            UUID itemId,
            String kind,
            String description,
            int quantity,
            long amount,
            ServicePeriod period,
            boolean proration) {
        return new LineDraft(
                id, itemId, kind, description, quantity, amount, 0, 0, period, proration, null, null, null);
    }

    public boolean isCredit() {
        return credits != null;
    }

    public long net() {
        return amount - discount;
    }

    public LineDraft withDiscount(long share) {
        return new LineDraft(
                id,
                itemId,
                kind,
                description,
                quantity,
                amount,
                share,
                returnedDiscount,
                period,
                proration,
                credits,
                taxRate,
                taxReason);
    }

    public LineDraft withTax(BigDecimal rate, @Nullable TaxReason reason) {
        return new LineDraft(
                id,
                itemId,
                kind,
                description,
                quantity,
                amount,
                discount,
                returnedDiscount,
                period,
                proration,
                credits,
                rate,
                reason);
    }
}
