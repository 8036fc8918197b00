package org.chancery.web.portal.license;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.model.catalog.PlanKind;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.chancery.service.catalog.CatalogService;
import org.chancery.service.checkout.PurchaseService;
import org.chancery.service.checkout.PurchaseView;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.licensing.domain.OfflinePolicy;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.PurchaseAddresses;
import org.jspecify.annotations.Nullable;

/** What there is to buy for those whose license has no offline mode. */
@Named
@RequestScoped
public class OfflineAddOn {

    @Inject
    private CatalogService catalog;

    @Inject
    private PurchaseService purchases;

    @Inject
    private Phrases phrases;

    private @Nullable List<ProductEntry> products;

    /** Which add-on gives offline licenses, and with what it can be had, in one sentence. */
    public String sentence(LicenseView license) {
        Optional<AddOnEntry> addOn = addOn(license);
        if (addOn.isEmpty()) {
            return phrases.text("offline.none.nowhere");
        }
        String name = Objects.requireNonNullElse(addOn.get().name(), "");
        return isForThisPlan(license)
                ? phrases.text("offline.none.addOn", name, license.planName())
                : phrases.text("offline.none.otherPlan", name, plansWith(license, addOn.get()));
    }

    /** True when there is anything to order. */
    public boolean isSold(LicenseView license) {
        return addOn(license).isPresent();
    }

    /** Where the add-on is ordered: with what granted the license if that takes add-ons later on, else anew. */
    public String address(LicenseView license) {
        return subscription(license)
                .filter(purchase -> isForThisPlan(license))
                .map(purchase -> PurchaseAddresses.home(purchase.kind(), purchase.id()) + "/add-ons")
                .orElse("/order/plan?product=" + license.product());
    }

    private boolean isForThisPlan(LicenseView license) {
        return subscription(license).isPresent()
                && addOn(license)
                        .filter(addOn -> plans(license)
                                .filter(plan -> license.planCode().equals(plan.code()))
                                .anyMatch(plan -> allows(plan, addOn)))
                        .isPresent();
    }

    private String plansWith(LicenseView license, AddOnEntry addOn) {
        List<String> names = plans(license)
                .filter(plan -> allows(plan, addOn))
                .map(PlanEntry::name)
                .filter(Objects::nonNull)
                .toList();
        return String.join(", ", names);
    }

    private static boolean allows(PlanEntry plan, AddOnEntry addOn) {
        return list(plan.addOns()).anyMatch(allowed -> Objects.equals(allowed.code(), addOn.code()));
    }

    private Optional<AddOnEntry> addOn(LicenseView license) {
        return product(license)
                .flatMap(product -> list(product.addOns()))
                .filter(addOn -> addOn.grants() != null
                        && list(addOn.grants().features()).anyMatch(OfflinePolicy.FEATURE::equals))
                .findFirst();
    }

    private Stream<PlanEntry> plans(LicenseView license) {
        return product(license).flatMap(product -> list(product.plans()));
    }

    private Stream<ProductEntry> product(LicenseView license) {
        if (products == null) {
            products = list(catalog.current().products()).toList();
        }
        return products.stream().filter(product -> license.product().equals(product.code()));
    }

    private Optional<PurchaseView> subscription(LicenseView license) {
        return purchases.ofLicense(license.id()).filter(purchase -> purchase.kind() != PlanKind.PERPETUAL);
    }

    private static <T> Stream<T> list(@Nullable List<T> entries) {
        return entries == null ? Stream.empty() : entries.stream();
    }
}
