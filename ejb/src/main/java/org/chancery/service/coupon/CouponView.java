package org.chancery.service.coupon;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.coupon.Coupon;
import org.chancery.model.coupon.CouponLimits;
import org.chancery.model.coupon.CouponStatus;
import org.chancery.model.coupon.CouponTerms;
import org.chancery.model.coupon.Partner;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as operators see it.
 *
 * @param percent without needless zeros, or null when it takes an amount off
 * @param amount off each period, or null when it takes a percentage off
 * @param periods for how many billed periods, 1 for once, or null for ever
 * @param redeemed how often it is redeemed now
 * @param partnerName null when it belongs to nobody
 */
public record CouponView(
        UUID id,
        String code,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        @Nullable Integer periods,
        @Nullable String product,
        List<String> plans,
        @Nullable String kind,
        @Nullable Instant expiresAt,
        @Nullable Integer maxRedemptions,
        boolean oncePerAccount,
        int redeemed,
        @Nullable UUID partner,
        @Nullable String partnerName,
        CouponStatus status,
        Instant createdAt,
        @Nullable Instant retiredAt)
        implements Serializable {

    static CouponView of(Coupon coupon, Instant now) {
        CouponTerms terms = coupon.terms();
        CouponLimits limits = terms.limits();
        return new CouponView(
                coupon.id(),
                coupon.code(),
                terms.percent() == null ? null : percentOf(terms.percent()),
                terms.amount(),
                terms.periods(),
                limits.product(),
                limits.plans(),
                limits.kind(),
                limits.expiresAt(),
                limits.maxRedemptions(),
                limits.oncePerAccount(),
                coupon.redeemed(),
                coupon.partner().map(Partner::id).orElse(null),
                coupon.partner().map(Partner::name).orElse(null),
                coupon.statusAt(now),
                coupon.createdAt(),
                coupon.retiredAt().orElse(null));
    }

    private static BigDecimal percentOf(int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent; // 100, not 1E+2
    }
}
