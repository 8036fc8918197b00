package org.chancery.service.catalog.domain;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription has already. Who has something keeps it at its price, though the catalog has left it out since.
 *
 * @param planId its plan, or null for a first order
 * @param priceIds the prices of its items
 * @param addOns its quantities in all by the add-on's code, the included ones among them
 */
public record Holding(@Nullable UUID planId, Set<UUID> priceIds, Map<String, Integer> addOns) {

    /** Of somebody who orders for the first time. */
    public static final Holding NOTHING = new Holding(null, Set.of(), Map.of());

    public Holding {
        priceIds = Set.copyOf(priceIds);
        addOns = Map.copyOf(addOns);
    }

    int quantityOf(String addOn) {
        return addOns.getOrDefault(addOn, 0);
    }
}
