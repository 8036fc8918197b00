package org.chancery.service.catalog.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.catalog.CancellationMode;
import org.chancery.model.catalog.InstanceCounts;
import org.chancery.model.catalog.ProrationUnit;
import org.chancery.model.catalog.SupportLevel;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.AllowanceEntry;
import org.chancery.service.catalog.CatalogDocument.GrantsEntry;
import org.chancery.service.catalog.CatalogDocument.InstancesEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a catalog, so that what was stored reads the same, byte for byte, however it had been written:
 * defaults are spelled out where they say something to a reader, empty things are left out.
 */
public final class CanonicalCatalog {

    private CanonicalCatalog() {}

    /** @param sound a document without faults */
    public static CatalogDocument of(CatalogDocument sound) {
        return new CatalogDocument(requireNonNull(sound.products()).stream()
                .map(CanonicalCatalog::product)
                .toList());
    }

    private static ProductEntry product(ProductEntry product) {
        return new ProductEntry(
                product.code(),
                product.name(),
                requireNonNullElse(product.proration(), ProrationUnit.SECOND.word()),
                elements(product.plans()).stream().map(CanonicalCatalog::plan).toList(),
                cancellation(product.cancellation()),
                elements(product.addOns()).stream().map(CanonicalCatalog::addOn).toList());
    }

    private static List<String> cancellation(@Nullable List<String> words) {
        return Arrays.stream(CancellationMode.values())
                .map(CancellationMode::word)
                .filter(word -> words == null || words.contains(word))
                .toList();
    }

    private static PlanEntry plan(PlanEntry plan) {
        return new PlanEntry(
                plan.code(),
                plan.name(),
                plan.kind(),
                requireNonNullElse(plan.support(), SupportLevel.COMMUNITY.word()),
                plan.leaseSeconds(),
                positive(plan.trialDays()),
                filled(plan.limits()),
                planInstances(plan.instances()),
                filled(plan.features()),
                plan.updatesRenewalPercent(),
                elements(plan.prices()),
                elements(plan.addOns()).stream()
                        .map(CanonicalCatalog::allowance)
                        .toList());
    }

    private static InstancesEntry planInstances(@Nullable InstancesEntry instances) {
        InstanceCounts said = InstanceCounts.ONE_PRODUCTION;
        return instances == null
                ? new InstancesEntry(said.production(), said.development())
                : new InstancesEntry(
                        requireNonNullElse(instances.production(), said.production()),
                        requireNonNullElse(instances.development(), said.development()));
    }

    private static AllowanceEntry allowance(AllowanceEntry allowance) {
        return new AllowanceEntry(
                allowance.code(),
                requireNonNullElse(allowance.included(), 0),
                requireNonNullElse(allowance.max(), AddOnAllowance.DEFAULT_MAX),
                filled(allowance.prices()));
    }

    private static AddOnEntry addOn(AddOnEntry addOn) {
        GrantsEntry grants = addOn.grants() == null ? null : grants(addOn.grants());
        return new AddOnEntry(
                addOn.code(),
                addOn.name(),
                addOn.unit(),
                filled(addOn.requires()),
                NO_GRANTS.equals(grants) ? null : grants,
                elements(addOn.prices()));
    }

    private static final GrantsEntry NO_GRANTS = new GrantsEntry(null, null, null, null, null, null);
    private static final InstancesEntry NO_INSTANCES = new InstancesEntry(null, null);

    private static GrantsEntry grants(GrantsEntry grants) {
        return new GrantsEntry(
                filled(grants.limits()),
                grantedInstances(grants.instances()),
                positive(grants.domains()),
                positive(grants.brands()),
                grants.support(),
                filled(grants.features()));
    }

    private static @Nullable InstancesEntry grantedInstances(@Nullable InstancesEntry instances) {
        if (instances == null) {
            return null;
        }
        InstancesEntry granted =
                new InstancesEntry(positive(instances.production()), positive(instances.development()));
        return NO_INSTANCES.equals(granted) ? null : granted;
    }

    private static @Nullable Integer positive(@Nullable Integer number) {
        return number == null || number == 0 ? null : number;
    }

    private static <T> List<T> elements(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <C extends Collection<?>> @Nullable C filled(@Nullable C list) {
        return list == null || list.isEmpty() ? null : list;
    }

    private static <V> @Nullable Map<String, V> filled(@Nullable Map<String, V> map) {
        return map == null || map.isEmpty() ? null : map;
    }
}
