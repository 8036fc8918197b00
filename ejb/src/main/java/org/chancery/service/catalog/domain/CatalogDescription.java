package org.chancery.service.catalog.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.model.addon.AddOn;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.addon.Grants;
import org.chancery.model.catalog.CancellationMode;
import org.chancery.model.catalog.FeatureLimit;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.Price;
import org.chancery.model.catalog.Product;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.AllowanceEntry;
import org.chancery.service.catalog.CatalogDocument.Bound;
import org.chancery.service.catalog.CatalogDocument.GrantsEntry;
import org.chancery.service.catalog.CatalogDocument.InstancesEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.PriceEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;

/** Writes what is sold as a document. */
public final class CatalogDescription {

    private CatalogDescription() {}

    /** @return the canonical document of everything on these shelves that is sold */
    public static CatalogDocument of(List<ProductShelf> shelves) {
        List<ProductEntry> products = shelves.stream()
                .filter(shelf -> shelf.product().isSold())
                .map(CatalogDescription::product)
                .toList();
        return CanonicalCatalog.of(new CatalogDocument(products));
    }

    private static ProductEntry product(ProductShelf shelf) {
        Product product = shelf.product();
        return new ProductEntry(
                product.code(),
                product.name(),
                product.proration().word(),
                shelf.plans().stream()
                        .filter(Plan::isSold)
                        .map(plan -> plan(shelf, plan))
                        .toList(),
                product.cancellation().stream().map(CancellationMode::word).toList(),
                shelf.addOns().stream()
                        .filter(AddOn::isSold)
                        .map(addOn -> addOn(shelf, addOn))
                        .toList());
    }

    private static PlanEntry plan(ProductShelf shelf, Plan plan) {
        return new PlanEntry(
                plan.code(),
                plan.name(),
                plan.kind().word(),
                plan.support().word(),
                plan.leaseSeconds(),
                plan.trialDays(),
                limits(plan.limits()),
                new InstancesEntry(
                        plan.instances().production(), plan.instances().development()),
                plan.features(),
                plan.updatesRenewalPercent(),
                prices(shelf.soldPrices(plan.id(), null)),
                shelf.allowances().stream()
                        .filter(AddOnAllowance::isSold)
                        .filter(allowance -> allowance.planId().equals(plan.id()))
                        .map(allowance -> allowance(shelf, plan, allowance))
                        .toList());
    }

    private static AllowanceEntry allowance(ProductShelf shelf, Plan plan, AddOnAllowance allowance) {
        AddOn addOn = allowance.addOn();
        return new AllowanceEntry(
                addOn.code(), allowance.included(), allowance.max(), prices(shelf.soldPrices(plan.id(), addOn.id())));
    }

    private static AddOnEntry addOn(ProductShelf shelf, AddOn addOn) {
        return new AddOnEntry(
                addOn.code(),
                addOn.name(),
                addOn.unit(),
                addOn.requires(),
                grants(addOn.grants()),
                prices(shelf.soldPrices(null, addOn.id())));
    }

    private static GrantsEntry grants(Grants grants) {
        return new GrantsEntry(
                limits(grants.limits()),
                new InstancesEntry(
                        grants.instances().production(), grants.instances().development()),
                grants.domains(),
                grants.brands(),
                grants.support() == null ? null : grants.support().word(),
                grants.features());
    }

    private static Map<String, Bound> limits(List<FeatureLimit> limits) {
        Map<String, Bound> written = new LinkedHashMap<>();
        limits.forEach(limit -> written.put(limit.code(), Bound.of(limit.limit())));
        return written;
    }

    private static List<PriceEntry> prices(List<Price> prices) {
        return prices.stream()
                .map(price -> new PriceEntry(
                        price.money().currency().getCurrencyCode(),
                        price.billingPeriod().word(),
                        price.money().minor()))
                .toList();
    }
}
