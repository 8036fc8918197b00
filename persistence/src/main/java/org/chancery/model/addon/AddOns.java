package org.chancery.model.addon;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The add-ons of products and the plans that may take them. Each method is a constant number of queries, whatever the
 * size of the catalog.
 */
public interface AddOns {

    void add(AddOn addOn);

    void add(AddOnAllowance allowance);

    /** The add-ons of these products, sold and retired, with what they grant, in their order. */
    List<AddOn> ofProducts(Collection<UUID> productIds);

    /** Which of those add-ons which plan may take, sold and retired, in the order of each plan. */
    List<AddOnAllowance> allowancesOfProducts(Collection<UUID> productIds);
}
