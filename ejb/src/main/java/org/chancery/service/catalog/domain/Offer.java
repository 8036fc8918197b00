package org.chancery.service.catalog.domain;

import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.money.Money;
import org.chancery.model.time.BillingPeriod;

/**
 * What a choice costs per period, before discount and tax.
 *
 * @param items what is paid: the plan first, then the add-ons in the order of the catalog
 * @param addOns the quantities that the choice comes to by the add-on's code, included ones among them, without zeros
 */
public record Offer(
        UUID productId,
        UUID planId,
        String planCode,
        PlanKind kind,
        BillingPeriod period,
        Currency currency,
        List<OfferItem> items,
        Map<String, Integer> addOns) {

    public Offer {
        items = List.copyOf(items);
        addOns = Collections.unmodifiableMap(new LinkedHashMap<>(addOns));
    }

    public Money subtotal() {
        return items.stream().map(OfferItem::total).reduce(Money.zero(currency), Money::add);
    }
}
