package org.chancery.service.catalog.domain;

import java.util.Currency;
import java.util.Map;
import org.chancery.model.time.BillingPeriod;

/**
 * What somebody wants to have.
 *
 * @param plan the code of the plan
 * @param addOns the quantities wanted in all by the add-on's code; a code that is absent or 0 leaves what is included
 * @param holding what they have already
 */
public record OfferRequest(
        String plan, BillingPeriod period, Currency currency, Map<String, Integer> addOns, Holding holding) {

    public OfferRequest {
        addOns = Map.copyOf(addOns);
    }

    /** A first order. */
    public OfferRequest(String plan, BillingPeriod period, Currency currency, Map<String, Integer> addOns) {
        this(plan, period, currency, addOns, Holding.NOTHING);
    }
}
