package org.chancery.model.coupon;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For what, how long and how often a coupon can be redeemed.
 *
 * @param product the only product it is for, or null for all
 * @param plans codes of the product's plans it is for; empty for all
 * @param kind the word of the only kind of plan it is for, or null for all
 * @param expiresAt from when on it can't be redeemed, or null for never
 * @param maxRedemptions how often it can be redeemed in all, or null for any number
 */
public record CouponLimits(
        @Nullable String product,
        List<String> plans,
        @Nullable String kind,
        @Nullable Instant expiresAt,
        @Nullable Integer maxRedemptions,
        boolean oncePerAccount) {

    /** No limit at all. */
    public static final CouponLimits NONE = new CouponLimits(null, List.of(), null, null, null, false);

    public CouponLimits {
        plans = List.copyOf(plans);
    }
}
