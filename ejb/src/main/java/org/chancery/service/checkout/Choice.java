package org.chancery.service.checkout;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param account for whom; null for a caller who has one, and for a price list
 * @param currency ISO 4217; null means the account's
 * @param addOns quantities in all by code
 * @param coupon its code as it was typed, or null
 */
public record Choice(
        @Nullable UUID account,
        String product,
        String plan,
        BillingPeriod period,
        @Nullable String currency,
        Map<String, Integer> addOns,
        @Nullable String coupon)
        implements Serializable {

    public Choice {
        addOns = Map.copyOf(addOns);
    }
}
