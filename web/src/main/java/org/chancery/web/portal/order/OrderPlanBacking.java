package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.model.time.BillingPeriod;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Phrases;

/** The choice of a plan, by the month or by the year. The cards are native radio buttons, read from the request. */
@Named
@RequestScoped
public class OrderPlanBacking {

    @Inject
    private OrderJourney order;

    @Inject
    private FacesContext faces;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    public void arrive() throws IOException {
        order.enter(OrderStep.PLAN);
    }

    /** Takes over what is ticked, so that the summary beside the cards shows its price. */
    public void changed() {
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        String billing = sent.get("billing");
        BillingPeriod period = billing == null ? order.draft().period() : OrderDraft.periodOf(billing);
        String plan = sent.getOrDefault("planCode", order.draft().plan());
        order.choose(order.draft().withPlan(plan, period));
        order.choose(order.draft().withAddOns(kept()));
    }

    public void choose() throws IOException {
        changed();
        if (order.chosenPlan().isEmpty()) {
            messages.error(null, order.draft().plan() == null ? "orderPlan.choose" : "orderPlan.notInPeriod");
        } else {
            order.goTo(order.addOns().isEmpty() ? order.firstOpen() : OrderStep.CUSTOMISE);
        }
    }

    /** Of the add-ons chosen before, those that this plan takes too. */
    private Map<String, Integer> kept() {
        Map<String, Integer> kept = new TreeMap<>();
        for (AddOnChoice addOn : order.addOns()) {
            Integer wanted = order.draft().addOns().get(addOn.code());
            if (wanted != null) {
                kept.put(addOn.code(), Math.min(wanted, addOn.max()));
            }
        }
        return kept;
    }

    public List<PlanCard> getPlans() {
        return order.shop().plans(order.draft().product());
    }

    public String getProductName() {
        return order.shop()
                .product(order.draft().product())
                .map(product -> product.name() == null ? "" : product.name())
                .orElse("");
    }

    public boolean isChosen(PlanCard plan) {
        return plan.code().equals(order.draft().plan());
    }

    public boolean isYearly() {
        return order.draft().period() == BillingPeriod.YEAR;
    }

    /** How much a year saves in words; empty when it saves nothing worth a word. */
    public String getSaving() {
        int months = order.shop().monthsFree(order.draft().product());
        return months == 0 ? "" : phrases.text("orderPlan.saving", months);
    }

    /** One allowance of a plan in words: "500 devices". */
    public String limit(PlanCard.Allowance limit) {
        Long count = limit.count();
        boolean known = phrases.has("limit." + limit.code());
        if (count == null) {
            return known
                    ? phrases.text("limit." + limit.code() + ".unlimited")
                    : phrases.text("limit.other.unlimited", limit.code());
        }
        return known ? phrases.text("limit." + limit.code(), count) : phrases.text("limit.other", limit.code(), count);
    }

    /** "1 production and 1 development instance"; only what it has. */
    public String instances(PlanCard plan) {
        if (plan.production() > 0 && plan.development() > 0) {
            return phrases.text("orderPlan.instances", plan.production(), plan.development());
        }
        return plan.development() > 0
                ? phrases.text("orderPlan.instances.development", plan.development())
                : phrases.text("orderPlan.instances.production", plan.production());
    }

    public String support(PlanCard plan) {
        return plan.support() == null ? "" : phrases.textOr("support." + plan.support(), plan.support());
    }
}
