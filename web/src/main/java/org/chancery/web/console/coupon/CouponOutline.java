package org.chancery.web.console.coupon;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.chancery.model.money.Money;
import org.chancery.service.coupon.CouponView;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon says, made already or still being typed.
 *
 * @param discount a percentage or an amount; both null while neither can be read
 * @param periods for how many billed periods, or null for ever
 * @param partner the partner's name where it is to be told
 */
record CouponOutline(
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        @Nullable Integer periods,
        @Nullable String product,
        List<String> plans,
        @Nullable String kind,
        @Nullable Instant expiresAt,
        @Nullable Integer maxRedemptions,
        boolean oncePerAccount,
        @Nullable String partner) {

    static CouponOutline of(CouponView coupon) {
        return new CouponOutline(
                coupon.percent(),
                coupon.amount(),
                coupon.periods(),
                coupon.product(),
                coupon.plans(),
                coupon.kind(),
                coupon.expiresAt(),
                coupon.maxRedemptions(),
                coupon.oncePerAccount(),
                null);
    }
}
