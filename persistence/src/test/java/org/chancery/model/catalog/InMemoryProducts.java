package org.chancery.model.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;

/** Products kept in memory, for tests without a database. */
public final class InMemoryProducts implements Products {

    private static final Comparator<Price> IN_ORDER =
            Comparator.comparingInt(Price::sortOrder).thenComparing(Price::id);

    private final List<Product> products = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<Price> prices = new ArrayList<>();

    @Override
    public void add(Product product) {
        products.add(product);
    }

    @Override
    public void add(Plan plan) {
        plans.add(plan);
    }

    @Override
    public void add(Price price) {
        prices.add(price);
        prices.sort(IN_ORDER);
    }

    @Override
    public List<Product> sold() {
        return all().stream().filter(Product::isSold).toList();
    }

    @Override
    public List<Product> all() {
        return products.stream()
                .sorted(Comparator.comparingInt(Product::sortOrder).thenComparing(Product::code))
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return products.isEmpty();
    }

    @Override
    public Optional<Product> findByCode(String code) {
        return products.stream().filter(product -> product.code().equals(code)).findFirst();
    }

    @Override
    public Product require(UUID id) {
        return products.stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("product", id));
    }

    @Override
    public Plan requirePlan(UUID id) {
        return plans.stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("plan", id));
    }

    @Override
    public List<Plan> plansOf(Collection<Product> wanted) {
        return plans.stream()
                .filter(plan -> wanted.contains(plan.product()))
                .sorted(Comparator.comparingInt(Plan::sortOrder).thenComparing(Plan::code))
                .toList();
    }

    @Override
    public List<Price> soldPricesOf(Collection<Product> wanted) {
        List<UUID> ids = wanted.stream().map(Product::id).toList();
        return prices.stream()
                .filter(price -> price.isSold() && ids.contains(price.productId()))
                .toList();
    }

    @Override
    public List<Price> prices(Collection<UUID> ids) {
        return prices.stream().filter(price -> ids.contains(price.id())).toList();
    }

    /** Every price there ever was. */
    public List<Price> allPrices() {
        return List.copyOf(prices);
    }
}
