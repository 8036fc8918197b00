package org.chancery.service.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.model.addon.AddOn;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.addon.AddOns;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.Price;
import org.chancery.model.catalog.Product;
import org.chancery.model.catalog.Products;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.catalog.domain.ProductShelf;

/**
 * Reads products with all that belongs to them, in a constant number of queries. For services inside a transaction;
 * entities go no further than they.
 */
@Dependent
public class ProductShelves {

    private final Products products;
    private final AddOns addOns;

    @Inject
    public ProductShelves(Products products, AddOns addOns) {
        this.products = products;
        this.addOns = addOns;
    }

    /** What is sold, in the order of the catalog. */
    public List<ProductShelf> sold() {
        return shelvesOf(products.sold(), Set.of());
    }

    /** What is sold and what was. */
    public List<ProductShelf> all() {
        return shelvesOf(products.all(), Set.of());
    }

    /** @throws InvalidRequestException naming {@code product} when there is none with this code */
    public ProductShelf of(String productCode) {
        return of(productCode, Set.of());
    }

    /**
     * The shelf for those who have something of it.
     *
     * @param heldPrices the prices they pay, retired or not
     * @throws InvalidRequestException naming {@code product} when there is none with this code
     */
    public ProductShelf of(String productCode, Collection<UUID> heldPrices) {
        Product product = products.findByCode(productCode)
                .orElseThrow(
                        () -> new InvalidRequestException("product", "unknown", "there is no product with this code"));
        return shelvesOf(List.of(product), heldPrices).get(0);
    }

    /**
     * The shelf for those who have something of it.
     *
     * @param heldPrices the prices they pay, retired or not
     * @throws org.chancery.model.platform.NotFoundException when there is no product with this id
     */
    public ProductShelf of(UUID productId, Collection<UUID> heldPrices) {
        return shelvesOf(List.of(products.require(productId)), heldPrices).get(0);
    }

    private List<ProductShelf> shelvesOf(List<Product> found, Collection<UUID> heldPrices) {
        List<UUID> ids = found.stream().map(Product::id).toList();
        Map<UUID, List<Plan>> plans =
                group(products.plansOf(found), plan -> plan.product().id());
        Map<UUID, List<AddOn>> extras = group(addOns.ofProducts(ids), AddOn::productId);
        Map<UUID, List<AddOnAllowance>> allowances = group(
                addOns.allowancesOfProducts(ids), allowance -> allowance.addOn().productId());
        Map<UUID, List<Price>> prices = group(prices(found, heldPrices), Price::productId);
        return found.stream()
                .map(product -> new ProductShelf(
                        product,
                        plans.getOrDefault(product.id(), List.of()),
                        extras.getOrDefault(product.id(), List.of()),
                        allowances.getOrDefault(product.id(), List.of()),
                        prices.getOrDefault(product.id(), List.of())))
                .toList();
    }

    private List<Price> prices(List<Product> found, Collection<UUID> held) {
        List<Price> prices = new ArrayList<>(products.soldPricesOf(found));
        products.prices(held).stream().filter(price -> !price.isSold()).forEach(prices::add);
        return prices;
    }

    private static <T> Map<UUID, List<T>> group(List<T> things, Function<T, UUID> owner) {
        return things.stream().collect(Collectors.groupingBy(owner));
    }
}
