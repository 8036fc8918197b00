package org.chancery.service.licensing.domain;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Limit;
import org.chancery.model.licensing.Usage;
import org.chancery.service.licensing.QuotaUse;

/**
 * Adds up what instances report and holds it against what was granted. A code that the license does not grant counts
 * for nothing: what a product measures and what a vendor limits change at different times.
 */
public final class Quotas {

    private Quotas() {}

    /** For each granted limit that was reported at all, how much of it is used. */
    public static SortedMap<String, QuotaUse> used(Grant grant, Collection<Usage> reports) {
        SortedMap<String, QuotaUse> used = new TreeMap<>();
        total(reports).forEach((code, amount) -> {
            Limit limit = grant.limits().get(code);
            if (limit != null) {
                used.put(code, new QuotaUse(limit.toWire(), amount));
            }
        });
        return used;
    }

    /** Those of which more is used than there is. */
    public static SortedMap<String, QuotaUse> exceeded(Grant grant, Collection<Usage> reports) {
        SortedMap<String, QuotaUse> exceeded = used(grant, reports);
        exceeded.entrySet().removeIf(use -> grant.limits()
                .getOrDefault(use.getKey(), Limit.UNLIMITED)
                .allows(use.getValue().used()));
        return exceeded;
    }

    private static SortedMap<String, Long> total(Collection<Usage> reports) {
        SortedMap<String, Long> total = new TreeMap<>();
        reports.forEach(usage -> usage.amounts().forEach((code, amount) -> total.merge(code, amount, Long::sum)));
        return total;
    }
}
