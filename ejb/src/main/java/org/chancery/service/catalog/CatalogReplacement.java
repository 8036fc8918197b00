package org.chancery.service.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.model.addon.AddOns;
import org.chancery.model.catalog.Product;
import org.chancery.model.catalog.Products;
import org.chancery.model.platform.Ids;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.chancery.service.catalog.domain.CatalogTerms;
import org.chancery.service.catalog.domain.ProductShelf;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stored catalog say what a canonical document says. What the document leaves out is retired, what it names
 * again is sold again.
 *
 * <p>Of all products first the plans and add-ons are stored, then the allowances, then the prices: the order of their
 * foreign keys, which ids across features do not tell the persistence provider when it sorts its inserts.
 */
final class CatalogReplacement {

    private final Products products;
    private final AddOns addOns;
    private final Ids ids;
    private final Instant now;

    CatalogReplacement(Products products, AddOns addOns, Ids ids, Instant now) {
        this.products = products;
        this.addOns = addOns;
        this.ids = ids;
        this.now = now;
    }

    /** @param shelves all that was ever sold */
    void apply(CatalogDocument canonical, List<ProductShelf> shelves) {
        Map<String, ProductShelf> left = shelves.stream()
                .collect(Collectors.toMap(shelf -> shelf.product().code(), Function.identity()));
        List<ProductReplacement> replacements = new ArrayList<>();
        for (ProductEntry entry : requireNonNull(canonical.products())) {
            @Nullable ProductShelf shelf = left.remove(requireNonNull(entry.code()));
            replacements.add(replacement(entry, shelf, replacements.size()));
        }
        left.values().forEach(this::retire);
        replacements.forEach(ProductReplacement::plansAndAddOns);
        replacements.forEach(ProductReplacement::allowances);
        replacements.forEach(ProductReplacement::prices);
    }

    private ProductReplacement replacement(ProductEntry entry, @Nullable ProductShelf existing, int place) {
        ProductShelf shelf = existing == null ? newProduct(entry, place) : existing;
        shelf.product().sell(CatalogTerms.of(entry, place));
        return new ProductReplacement(entry, shelf, products, addOns, ids, now);
    }

    private ProductShelf newProduct(ProductEntry entry, int place) {
        Product product = new Product(ids.next(), requireNonNull(entry.code()), CatalogTerms.of(entry, place));
        products.add(product);
        return new ProductShelf(product, List.of(), List.of(), List.of(), List.of());
    }

    private void retire(ProductShelf shelf) {
        shelf.product().retire(now);
        shelf.plans().forEach(plan -> plan.retire(now));
        shelf.addOns().forEach(addOn -> addOn.retire(now));
        shelf.allowances().forEach(allowance -> allowance.retire(now));
        shelf.prices().forEach(price -> price.retire(now));
    }
}
