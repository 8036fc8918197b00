package org.chancery.service.catalog.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.model.catalog.InstanceCounts;
import org.chancery.model.catalog.Limit;
import org.chancery.model.catalog.SupportLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a plan with its add-ons entitles to.
 *
 * @param leaseSeconds how long a lease lasts, or null for the house's default
 * @param limits by code, in the order of the plan; what has no entry is not limited
 * @param seats instances that may run, by class
 * @param features codes, each once, the plan's first
 * @param domains how many custom domains
 * @param brands how many custom brands
 * @param addOns quantities by code, included ones among them, without zeros
 */
public record Entitled(
        String planCode,
        String planName,
        @Nullable Integer leaseSeconds,
        Map<String, Limit> limits,
        InstanceCounts seats,
        List<String> features,
        SupportLevel support,
        int domains,
        int brands,
        Map<String, Integer> addOns) {

    public Entitled {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        features = List.copyOf(features);
        addOns = Collections.unmodifiableMap(new LinkedHashMap<>(addOns));
    }
}
