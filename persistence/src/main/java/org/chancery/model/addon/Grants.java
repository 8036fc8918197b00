package org.chancery.model.addon;

import java.util.List;
import org.chancery.model.catalog.FeatureLimit;
import org.chancery.model.catalog.InstanceCounts;
import org.chancery.model.catalog.SupportLevel;
import org.jspecify.annotations.Nullable;

/**
 * What an add-on adds to a plan. Limits, instances, domains and brands count once per unit; support and features come
 * with the first unit.
 *
 * @param support the support it raises the plan to, or null
 */
public record Grants(
        List<FeatureLimit> limits,
        InstanceCounts instances,
        int domains,
        int brands,
        @Nullable SupportLevel support,
        List<String> features) {

    public static final Grants NOTHING = new Grants(List.of(), InstanceCounts.NONE, 0, 0, null, List.of());

    public Grants {
        limits = List.copyOf(limits);
        features = List.copyOf(features);
    }
}
