package org.chancery.model.coupon;

import java.util.Locale;

/** How far a redemption has come. Computed from what has happened to it. */
public enum RedemptionStatus {
    /** Ordered with, not paid yet. */
    RESERVED,
    /** An invoice with it was paid. */
    USED,
    /** The order came to nothing; it counts no longer. */
    RETURNED;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
