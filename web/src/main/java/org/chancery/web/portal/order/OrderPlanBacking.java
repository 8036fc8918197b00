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

    /** Where the cards of what is paid by the period send their code, and those of what is paid once. */
    private static final String PLAN = "planCode";

    private static final String PERPETUAL = "perpetualCode";

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
        order.choose(order.draft().withPlan(sent.get(period == BillingPeriod.ONCE ? PERPETUAL : PLAN), period));
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

    /** Those that are paid once; shown in place of the others. */
    public List<PlanCard> getPerpetuals() {
        return order.shop().perpetuals(order.draft().product());
    }

    /** How often one can pay for anything of this product. */
    public List<BillingPeriod> getPeriods() {
        return order.shop().periods(order.draft().product());
    }

    public boolean isBilled(BillingPeriod period) {
        return period == order.draft().period();
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

    /** How long a perpetual license is updated, and what a further year costs. */
    public String updates(PlanCard plan) {
        Integer percent = plan.updatesPercent();
        return percent == null ? phrases.text("orderPlan.updates") : phrases.text("orderPlan.updates.further", percent);
    }

    public String support(PlanCard plan) {
        return plan.support() == null ? "" : phrases.textOr("support." + plan.support(), plan.support());
    }
}
