package org.chancery.service.catalog.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.addon.AddOn;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.Price;
import org.chancery.model.catalog.Product;
import org.jspecify.annotations.Nullable;

/**
 * One product with everything that belongs to it, read at once.
 *
 * @param plans sold and retired, in their order
 * @param addOns sold and retired, in their order
 * @param allowances which plan may take which add-on, sold and retired, in the order of each plan
 * @param prices those that are sold, and the retired ones that somebody holds, in their order
 */
public record ProductShelf(
        Product product, List<Plan> plans, List<AddOn> addOns, List<AddOnAllowance> allowances, List<Price> prices) {

    public ProductShelf {
        plans = List.copyOf(plans);
        addOns = List.copyOf(addOns);
        allowances = List.copyOf(allowances);
        prices = List.copyOf(prices);
    }

    public Optional<Plan> plan(String code) {
        return plans.stream().filter(plan -> plan.code().equals(code)).findFirst();
    }

    public Optional<Plan> plan(UUID id) {
        return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    public Optional<AddOn> addOn(String code) {
        return addOns.stream().filter(addOn -> addOn.code().equals(code)).findFirst();
    }

    public Optional<AddOnAllowance> allowance(Plan plan, AddOn addOn) {
        return allowances.stream()
                .filter(allowance -> allowance.planId().equals(plan.id())
                        && allowance.addOn().equals(addOn))
                .findFirst();
    }

    /** How many units of the add-on come with the plan, unpaid, for those who have it. */
    public int included(Plan plan, AddOn addOn) {
        return allowance(plan, addOn).map(AddOnAllowance::included).orElse(0);
    }

    /** How many units everybody gets who orders the plan now: none of what was taken off its list. */
    public int includedInOrders(Plan plan, AddOn addOn) {
        return allowance(plan, addOn)
                .filter(allowance -> allowance.isSold() && addOn.isSold())
                .map(AddOnAllowance::included)
                .orElse(0);
    }

    /**
     * The quantities in all of somebody who has the plan and pays for these units beside what it includes. Units that
     * were included in a plan which is retired since stay.
     *
     * @param paid units that are paid by the add-on's code, as an {@link Offer}'s items have them
     * @return without zeros, in the order of the catalog
     */
    public Map<String, Integer> quantitiesHeld(Plan plan, Map<String, Integer> paid) {
        Map<String, Integer> held = new LinkedHashMap<>();
        for (AddOn addOn : addOns) {
            int units = paid.getOrDefault(addOn.code(), 0);
            boolean includes = units > 0 || !plan.isSold();
            int quantity = units + (includes ? included(plan, addOn) : includedInOrders(plan, addOn));
            if (quantity > 0) {
                held.put(addOn.code(), quantity);
            }
        }
        return held;
    }

    /** The sold prices of exactly this: see {@link Price} for what the two ids together mean. */
    public List<Price> soldPrices(@Nullable UUID planId, @Nullable UUID addOnId) {
        return prices.stream()
                .filter(Price::isSold)
                .filter(price -> Objects.equals(price.planId(), planId) && Objects.equals(price.addOnId(), addOnId))
                .toList();
    }
}
