package org.chancery.model.coupon;

import java.util.Locale;

/** Whether a coupon can be redeemed, and if not, why. Computed, never stored. */
public enum CouponStatus {
    ACTIVE,
    EXPIRED,
    /** Redeemed as often as it may be; a redemption that is given back makes it active again. */
    EXHAUSTED,
    RETIRED;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
