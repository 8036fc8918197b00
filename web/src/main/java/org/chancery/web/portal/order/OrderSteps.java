package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of this order, as they stand above each of its pages. */
@Named
@RequestScoped
public class OrderSteps {

    /** A step as the page shows it. @param address null when it can't be opened yet, or is open */
    public record Stop(String word, @Nullable String address, boolean current, boolean done) {}

    @Inject
    private OrderJourney order;

    /** Steps that this order has: no choice among one product, no add-ons where a plan takes none. */
    public List<Stop> stops(String currentWord) {
        OrderStep open = order.firstOpen();
        List<Stop> stops = new ArrayList<>();
        boolean before = true;
        for (OrderStep step : OrderStep.values()) {
            boolean current = step.word().equals(currentWord);
            before = before && !current;
            if (current || isShown(step)) {
                boolean reachable = !current && step.compareTo(open) <= 0;
                stops.add(new Stop(step.word(), reachable ? order.draft().address(step) : null, current, before));
            }
        }
        return stops;
    }

    private boolean isShown(OrderStep step) {
        return switch (step) {
            case PRODUCT -> order.shop().products().size() > 1;
            case CUSTOMISE -> order.chosenPlan().isEmpty() || !order.addOns().isEmpty();
            case BILLING -> order.isBillingNeeded();
            case PLAN, SUMMARY -> true;
        };
    }
}
