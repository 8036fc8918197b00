package org.chancery.web.portal.order;

import java.util.List;
import org.chancery.model.money.Money;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A plan to choose.
 *
 * @param month the price of a month, or null when it is not sold monthly
 * @param year the price of a year, or null when it is not sold yearly
 * @param production instances in production that it includes
 * @param development instances in development that it includes
 * @param support a support code, or null
 */
public record PlanCard(
        String code,
        String name,
        @Nullable Money month,
        @Nullable Money year,
        List<Allowance> limits,
        int production,
        int development,
        @Nullable String support) {

    /** How much of something it allows. @param count null for unlimited */
    public record Allowance(String code, @Nullable Long count) {}

    public @Nullable Money price(BillingPeriod period) {
        return period == BillingPeriod.YEAR ? year : month;
    }
}
