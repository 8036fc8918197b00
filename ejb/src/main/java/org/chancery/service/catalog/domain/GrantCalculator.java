package org.chancery.service.catalog.domain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.model.addon.AddOn;
import org.chancery.model.addon.Grants;
import org.chancery.model.catalog.FeatureLimit;
import org.chancery.model.catalog.InstanceCounts;
import org.chancery.model.catalog.Limit;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.SupportLevel;

/** Adds up what a plan and its add-ons grant. Retired ones grant what they granted. */
public final class GrantCalculator {

    private final Map<String, Limit> limits = new LinkedHashMap<>();
    private final Set<String> features = new LinkedHashSet<>();
    private InstanceCounts seats;
    private SupportLevel support;
    private int domains;
    private int brands;

    private GrantCalculator(Plan plan) {
        seats = plan.instances();
        support = plan.support();
        features.addAll(plan.features());
        for (FeatureLimit limit : plan.limits()) {
            limits.put(limit.code(), limit.limit());
        }
    }

    /**
     * @param quantities units in all by the add-on's code, included ones among them, as an {@link Offer} has them;
     *     unknown codes are left out
     */
    public static Entitled entitled(ProductShelf shelf, Plan plan, Map<String, Integer> quantities) {
        GrantCalculator sum = new GrantCalculator(plan);
        Map<String, Integer> addOns = new LinkedHashMap<>();
        for (AddOn addOn : shelf.addOns()) {
            int quantity = quantities.getOrDefault(addOn.code(), 0);
            if (quantity > 0) {
                addOns.put(addOn.code(), quantity);
                sum.add(addOn.grants(), quantity);
            }
        }
        return new Entitled(
                plan.code(),
                plan.name(),
                plan.leaseSeconds(),
                sum.limits,
                sum.seats,
                List.copyOf(sum.features),
                sum.support,
                sum.domains,
                sum.brands,
                addOns);
    }

    private void add(Grants grants, int quantity) {
        for (FeatureLimit granted : grants.limits()) {
            // What the plan does not limit stays without a limit: an extra never takes anything away.
            limits.computeIfPresent(
                    granted.code(), (code, limit) -> limit.plus(granted.limit().times(quantity)));
        }
        seats = seats.plus(grants.instances().times(quantity));
        domains = Math.addExact(domains, Math.multiplyExact(grants.domains(), quantity));
        brands = Math.addExact(brands, Math.multiplyExact(grants.brands(), quantity));
        if (grants.support() != null) {
            support = support.or(grants.support());
        }
        features.addAll(grants.features());
    }
}
