package org.chancery.model.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is described by, apart from its code, kind and prices.
 *
 * @param name for people
 * @param support the support it includes
 * @param leaseSeconds how long a lease of its instances lasts, or null for the house's default
 * @param trialDays days of trial before the first period, 0 for none
 * @param updatesRenewalPercent what a further year of updates costs, as percent of the price, or null when none is sold
 * @param limits in the order in which they are shown; a code without a limit here is not limited by the plan
 * @param instances the instances it includes
 * @param features codes of what it switches on
 * @param sortOrder its place among the product's plans, from 0
 */
public record PlanTerms(
        String name,
        SupportLevel support,
        @Nullable Integer leaseSeconds,
        int trialDays,
        @Nullable Integer updatesRenewalPercent,
        List<FeatureLimit> limits,
        InstanceCounts instances,
        List<String> features,
        int sortOrder) {

    public PlanTerms {
        limits = List.copyOf(limits);
        features = List.copyOf(features);
    }
}
