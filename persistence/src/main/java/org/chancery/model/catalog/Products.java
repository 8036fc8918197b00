package org.chancery.model.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The products with their plans and prices. Each method is a constant number of queries, whatever the size of the
 * catalog.
 */
public interface Products {

    void add(Product product);

    void add(Plan plan);

    void add(Price price);

    /** Those that are sold, in their order. */
    List<Product> sold();

    /** Those that are sold and those that are retired, in their order. */
    List<Product> all();

    /** True when nothing was ever sold. */
    boolean isEmpty();

    Optional<Product> findByCode(String code);

    /** @throws org.chancery.model.platform.NotFoundException when there is none */
    Product require(UUID id);

    /** @throws org.chancery.model.platform.NotFoundException when there is none */
    Plan requirePlan(UUID id);

    /** The plans of these products, sold and retired, with limits and features, in their order. */
    List<Plan> plansOf(Collection<Product> products);

    /** The prices of these products that are sold, in their order. */
    List<Price> soldPricesOf(Collection<Product> products);

    /** The prices with these ids, sold or retired; unknown ids are left out. */
    List<Price> prices(Collection<UUID> ids);
}
