package org.chancery.model.coupon;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a redeemed coupon takes off, as whoever bought with it keeps it: later changes of the coupon do not reach it. All
 * its columns may be null, so that what was bought without a coupon has none.
 *
 * @param redemptionId the redemption it comes from, or {@link #UNRESERVED} in a preview
 * @param percent in basis points, 1 to 10,000, or null when an amount is taken off
 * @param amountOff minor units of the account's currency off each period, or null when a percentage is taken off
 * @param periods for how many billed periods, 1 for once, or null for ever
 */
@Embeddable
public record DiscountTerms(
        @Column(name = "discount_redemption_id") UUID redemptionId,
        @Column(name = "discount_coupon_code", length = Coupon.CODE_LENGTH) String couponCode,
        @Column(name = "discount_basis_points") @Nullable Integer percent,
        @Column(name = "discount_amount_off") @Nullable Long amountOff,
        @Column(name = "discount_periods") @Nullable Integer periods)
        implements Serializable {

    /** The redemption of terms that were only looked at. */
    public static final UUID UNRESERVED = new UUID(0, 0);

    /** A hundred percent in basis points. */
    public static final int WHOLE = 10_000;

    /** @throws IllegalArgumentException when it is not exactly a percentage or an amount within bounds */
    public DiscountTerms {
        boolean percentage = percent != null && percent >= 1 && percent <= WHOLE && amountOff == null;
        boolean amount = amountOff != null && amountOff > 0 && percent == null;
        if (!percentage && !amount || periods != null && periods < 1) {
            throw new IllegalArgumentException("Neither a percentage nor an amount: " + percent + ", " + amountOff);
        }
    }

    /** @param billingOrdinal 0 for the first period billed since the redemption */
    public boolean appliesTo(int billingOrdinal) {
        return billingOrdinal >= 0 && (periods == null || billingOrdinal < periods);
    }

    /**
     * What is taken off positive charges: never more than they come to, never below zero.
     *
     * @param linesSubtotal the charges together, in minor units, before tax
     * @param alreadyOffInThisPeriod what was taken off in this period before, so that an amount is given once a period
     */
    public long off(long linesSubtotal, long alreadyOffInThisPeriod) {
        long lines = Math.max(0, linesSubtotal);
        if (percent != null) {
            return Money.shareOf(lines, percent, WHOLE);
        }
        long amount = amountOff == null ? 0 : amountOff;
        return Math.min(lines, Math.max(0, amount - Math.max(0, alreadyOffInThisPeriod)));
    }
}
