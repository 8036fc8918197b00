package org.chancery.service.catalog.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.model.addon.AddOnTerms;
import org.chancery.model.addon.Grants;
import org.chancery.model.catalog.CancellationMode;
import org.chancery.model.catalog.FeatureLimit;
import org.chancery.model.catalog.InstanceCounts;
import org.chancery.model.catalog.PlanTerms;
import org.chancery.model.catalog.ProductTerms;
import org.chancery.model.catalog.ProrationUnit;
import org.chancery.model.catalog.SupportLevel;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.Bound;
import org.chancery.service.catalog.CatalogDocument.GrantsEntry;
import org.chancery.service.catalog.CatalogDocument.InstancesEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.jspecify.annotations.Nullable;

/** The entries of a canonical document in the words of the model. */
public final class CatalogTerms {

    private CatalogTerms() {}

    public static ProductTerms of(ProductEntry product, int place) {
        return new ProductTerms(
                requireNonNull(product.name()),
                ProrationUnit.ofWord(requireNonNull(product.proration())).orElseThrow(),
                requireNonNull(product.cancellation()).stream()
                        .map(word -> CancellationMode.ofWord(word).orElseThrow())
                        .collect(Collectors.toSet()),
                place);
    }

    public static PlanTerms of(PlanEntry plan, int place) {
        return new PlanTerms(
                requireNonNull(plan.name()),
                SupportLevel.ofWord(requireNonNull(plan.support())).orElseThrow(),
                plan.leaseSeconds(),
                requireNonNullElse(plan.trialDays(), 0),
                plan.updatesRenewalPercent(),
                limits(plan.limits()),
                instances(plan.instances()),
                requireNonNullElse(plan.features(), List.of()),
                place);
    }

    public static AddOnTerms of(AddOnEntry addOn, int place) {
        return new AddOnTerms(
                requireNonNull(addOn.name()),
                addOn.unit(),
                requireNonNullElse(addOn.requires(), List.of()),
                addOn.grants() == null ? Grants.NOTHING : grants(addOn.grants()),
                place);
    }

    private static Grants grants(GrantsEntry grants) {
        return new Grants(
                limits(grants.limits()),
                instances(grants.instances()),
                requireNonNullElse(grants.domains(), 0),
                requireNonNullElse(grants.brands(), 0),
                grants.support() == null
                        ? null
                        : SupportLevel.ofWord(grants.support()).orElseThrow(),
                requireNonNullElse(grants.features(), List.of()));
    }

    private static List<FeatureLimit> limits(@Nullable Map<String, Bound> limits) {
        return requireNonNullElse(limits, Map.<String, Bound>of()).entrySet().stream()
                .map(entry -> new FeatureLimit(
                        entry.getKey(), entry.getValue().limit().orElseThrow()))
                .toList();
    }

    private static InstanceCounts instances(@Nullable InstancesEntry instances) {
        return instances == null
                ? InstanceCounts.NONE
                : new InstanceCounts(
                        requireNonNullElse(instances.production(), 0), requireNonNullElse(instances.development(), 0));
    }
}
