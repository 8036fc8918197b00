package org.chancery.service.catalog.domain;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.model.catalog.CancellationMode;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.catalog.ProrationUnit;
import org.chancery.model.platform.FieldError;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a catalog document, everything at once, each fault with the path of its field such as
 * {@code products[0].plans[2].prices[1].amount}. A document without faults can be stored and sold from.
 */
public final class CatalogValidator {

    private final Map<String, Map<String, PlanKind>> existingKinds;
    private final Faults faults = new Faults();

    private CatalogValidator(Map<String, Map<String, PlanKind>> existingKinds) {
        this.existingKinds = existingKinds;
    }

    /**
     * @param existingKinds the kinds of the plans that exist already, sold or retired, by product code and plan code
     * @return the faults in the order of the document, none when it is sound
     */
    public static List<FieldError> faultsOf(
            CatalogDocument document, Map<String, Map<String, PlanKind>> existingKinds) {
        CatalogValidator validator = new CatalogValidator(existingKinds);
        validator.document(document);
        return validator.faults.all();
    }

    private void document(CatalogDocument document) {
        faults.required("products", document.products());
        Set<String> codes = new HashSet<>();
        List<ProductEntry> products = faults.elements("products", document.products(), CatalogBounds.PRODUCTS);
        for (int i = 0; i < products.size(); i++) {
            String path = "products[" + i + "]";
            faults.required(path, products.get(i)).ifPresent(product -> product(path, product, codes));
        }
    }

    private void product(String path, ProductEntry product, Set<String> productCodes) {
        faults.uniqueCode(path + ".code", product.code(), productCodes);
        faults.name(path + ".name", product.name());
        faults.word(path + ".proration", product.proration(), ProrationUnit::ofWord, "is second or day");
        cancellation(path + ".cancellation", product.cancellation());
        List<PlanEntry> plans = faults.elements(path + ".plans", product.plans(), CatalogBounds.PLANS);
        List<AddOnEntry> addOns = faults.elements(path + ".addOns", product.addOns(), CatalogBounds.ADD_ONS);
        Set<String> codes = new HashSet<>(); // of plans and add-ons alike: they are unique within their product
        PlanValidator planValidator = new PlanValidator(faults, addOns, kindsOf(product.code()));
        for (int i = 0; i < plans.size(); i++) {
            String planPath = path + ".plans[" + i + "]";
            faults.required(planPath, plans.get(i)).ifPresent(plan -> planValidator.plan(planPath, plan, codes));
        }
        new AddOnValidator(faults, addOns).addOns(path + ".addOns", codes);
    }

    private Map<String, PlanKind> kindsOf(@Nullable String productCode) {
        return existingKinds.getOrDefault(requireNonNullElse(productCode, ""), Map.of());
    }

    private void cancellation(String path, @Nullable List<String> written) {
        Set<CancellationMode> seen = new HashSet<>();
        List<String> words = faults.elements(path, written, CatalogBounds.CODES);
        for (int i = 0; i < words.size(); i++) {
            String place = path + "[" + i + "]";
            faults.required(place, words.get(i))
                    .flatMap(word -> faults.word(place, word, CancellationMode::ofWord, "is period_end or now"))
                    .filter(mode -> !seen.add(mode))
                    .ifPresent(mode -> faults.add(place, "duplicate", "is there already"));
        }
    }
}
