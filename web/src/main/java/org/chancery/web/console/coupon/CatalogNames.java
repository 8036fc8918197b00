package org.chancery.web.console.coupon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.PriceEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.chancery.service.catalog.CatalogService;
import org.jspecify.annotations.Nullable;

/** Products, plans and currencies of the catalog, read once a request. What is no longer sold goes by its code. */
@RequestScoped
public class CatalogNames {

    /** Something to choose. */
    public record Choice(String code, String name) {}

    @Inject
    private CatalogService catalog;

    private @Nullable List<ProductEntry> entries;

    public List<Choice> products() {
        return entries().stream()
                .map(product -> new Choice(text(product.code()), text(product.name())))
                .toList();
    }

    /** The plans of a product; none for an unknown one. */
    public List<Choice> plans(@Nullable String product) {
        return plansOf(product)
                .map(plan -> new Choice(text(plan.code()), text(plan.name())))
                .toList();
    }

    public String productName(String code) {
        return nameOf(code, products());
    }

    public String planName(@Nullable String product, String code) {
        return nameOf(code, plans(product));
    }

    /** The currencies in which something is sold. */
    public List<String> currencies() {
        return entries().stream()
                .flatMap(product -> plansOf(product.code()))
                .flatMap(plan -> list(plan.prices()).stream())
                .map(PriceEntry::currency)
                .map(CatalogNames::text)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<PlanEntry> plansOf(@Nullable String product) {
        return entries().stream()
                .filter(entry -> text(entry.code()).equals(product))
                .flatMap(entry -> list(entry.plans()).stream());
    }

    private List<ProductEntry> entries() {
        if (entries == null) {
            CatalogDocument document = catalog.current();
            entries = list(document.products());
        }
        return entries;
    }

    private static String nameOf(String code, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.code().equals(code))
                .map(Choice::name)
                .findFirst()
                .orElse(code);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
