package org.chancery.service.checkout.domain;

import java.util.Map;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.time.BillingPeriod;

/**
 * What sort of change it is, which decides when it takes effect and which invoice asks for it unless somebody says
 * otherwise: more at once, less at the end of the period.
 *
 * @param planChanges whether the plan or the billing period becomes another
 * @param upgrade whether the plan costs as much per day or more, and no quantity gets less
 */
public record ChangeClass(boolean planChanges, boolean upgrade) {

    /** A plan at a price for a billing period. */
    public record Priced(String plan, long unitAmount, BillingPeriod period) {}

    /** @param held quantities in all by code @param wanted the same, as they will be */
    public static ChangeClass of(Priced now, Priced then, Map<String, Integer> held, Map<String, Integer> wanted) {
        boolean planChanges = !now.plan().equals(then.plan()) || now.period() != then.period();
        boolean less =
                held.entrySet().stream().anyMatch(entry -> wanted.getOrDefault(entry.getKey(), 0) < entry.getValue());
        return new ChangeClass(planChanges, !less && perYear(then) >= perYear(now));
    }

    /** Twelve months are a year: compared so, no length of a month matters. */
    private static long perYear(Priced priced) {
        return Math.multiplyExact(priced.unitAmount(), priced.period() == BillingPeriod.MONTH ? 12 : 1);
    }

    public ChangeTiming usualTiming() {
        return upgrade ? ChangeTiming.NOW : ChangeTiming.PERIOD_END;
    }

    public ChangeInvoicing usualInvoicing() {
        return planChanges || !upgrade ? ChangeInvoicing.NOW : ChangeInvoicing.NEXT;
    }
}
