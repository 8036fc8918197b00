package org.chancery.service.checkout;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change about a subscription.
 *
 * @param plan the code of another plan, or null to keep it
 * @param period month or year, or null to keep it
 * @param addOns quantities in all by code; 0 removes, what is absent stays
 * @param when it takes effect, or null for what is usual: more at once, less at the end of the period
 * @param invoice which asks for it, or null for what is usual
 */
public record ChangeWish(
        UUID subscription,
        @Nullable String plan,
        @Nullable BillingPeriod period,
        Map<String, Integer> addOns,
        @Nullable ChangeTiming when,
        @Nullable ChangeInvoicing invoice)
        implements Serializable {

    public ChangeWish {
        addOns = Map.copyOf(addOns);
    }
}
