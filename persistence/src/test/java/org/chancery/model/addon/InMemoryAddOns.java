package org.chancery.model.addon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Add-ons kept in memory, for tests without a database. */
public final class InMemoryAddOns implements AddOns {

    private final List<AddOn> addOns = new ArrayList<>();
    private final List<AddOnAllowance> allowances = new ArrayList<>();

    @Override
    public void add(AddOn addOn) {
        addOns.add(addOn);
    }

    @Override
    public void add(AddOnAllowance allowance) {
        allowances.add(allowance);
    }

    @Override
    public List<AddOn> ofProducts(Collection<UUID> productIds) {
        return addOns.stream()
                .filter(addOn -> productIds.contains(addOn.productId()))
                .sorted(Comparator.comparingInt(AddOn::sortOrder).thenComparing(AddOn::code))
                .toList();
    }

    @Override
    public List<AddOnAllowance> allowancesOfProducts(Collection<UUID> productIds) {
        return allowances.stream()
                .filter(allowance -> productIds.contains(allowance.addOn().productId()))
                .sorted(Comparator.comparingInt(AddOnAllowance::sortOrder).thenComparing(AddOnAllowance::id))
                .toList();
    }
}
