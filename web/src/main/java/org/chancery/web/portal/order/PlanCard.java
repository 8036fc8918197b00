package org.chancery.web.portal.order;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.model.money.Money;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A plan to choose.
 *
 * @param month the price of a month, or null when it is not sold monthly
 * @param year the price of a year, or null when it is not sold yearly
 * @param once what it costs once, or null when it is no perpetual license
 * @param updatesPercent what a further year of updates costs, as percent of the price; null where none is sold
 * @param production instances in production that it includes
 * @param development instances in development that it includes
 * @param support a support code, or null
 */
public record PlanCard(
        String code,
        String name,
        @Nullable Money month,
        @Nullable Money year,
        @Nullable Money once,
        @Nullable Integer updatesPercent,
        List<Allowance> limits,
        int production,
        int development,
        @Nullable String support) {

    /** How much of something it allows. @param count null for unlimited */
    public record Allowance(String code, @Nullable Long count) {}

    public @Nullable Money price(BillingPeriod period) {
        return switch (period) {
            case MONTH -> month;
            case YEAR -> year;
            case ONCE -> once;
        };
    }

    /** True for a perpetual license, which is paid once. */
    public boolean isPerpetual() {
        return once != null;
    }

    /** The periods in which it can be paid. */
    Stream<BillingPeriod> periods() {
        return Stream.of(BillingPeriod.values()).filter(period -> price(period) != null);
    }
}
