package org.chancery.model.coupon;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a redeemed coupon takes off.
 *
 * @param percent in hundredths of a percent, or null
 * @param amountOff per billed period in minor units of the account's currency, or null
 * @param periods for how many billed periods, or null for ever
 */
@Embeddable
public record DiscountTerms(
        @Column(name = "redemption_id") UUID redemptionId,
        @Column(name = "coupon_code", length = 40) String couponCode,
        @Column(name = "discount_percent") @Nullable Integer percent,
        @Column(name = "discount_amount") @Nullable Long amountOff,
        @Column(name = "discount_periods") @Nullable Integer periods)
        implements Serializable {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    /** @param billingOrdinal 0 for the first period billed since the redemption */
    public boolean appliesTo(int billingOrdinal) {
        return periods == null || billingOrdinal < periods;
    }

    /** What comes off charges of this sum, in minor units: never more than they are. */
    public long off(long linesSubtotal, long alreadyOffInThisPeriod) {
        if (percent != null) {
            return BigDecimal.valueOf(linesSubtotal)
                    .multiply(BigDecimal.valueOf(percent))
                    .divide(WHOLE, 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        long left = amountOff == null ? 0 : Math.max(0, amountOff - alreadyOffInThisPeriod);
        return Math.min(linesSubtotal, left);
    }
}
