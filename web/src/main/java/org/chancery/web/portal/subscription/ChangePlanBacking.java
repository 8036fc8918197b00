package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chancery.model.money.Money;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.order.PlanCard;
import org.jspecify.annotations.Nullable;

/** The choice of another plan or period, and of when. The cards are native radio buttons, read from the request. */
@Named
@RequestScoped
public class ChangePlanBacking {

    @Inject
    private ChangeJourney change;

    @Inject
    private FacesContext faces;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    public void arrive() throws IOException {
        change.enter();
    }

    /** Takes over what is ticked, so that the summary beside the cards shows its price. */
    public void changed() {
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        String plan = sent.getOrDefault("planCode", getPlan());
        BillingPeriod billing = ChangeDraft.periodOf(sent.get("billing"));
        ChangeDraft chosen = new ChangeDraft(plan, billing == null ? change.getPeriod() : billing, Map.of(), null);
        boolean sameChoice = chosen.query().equals(sent.get("timesFor"));
        ChangeTime time =
                sameChoice ? ChangeTime.ofWord(sent.getOrDefault("time", "")).orElse(null) : null;
        change.choose(chosen.at(time));
    }

    public void proceed() throws IOException {
        changed();
        if (change.getQuote() != null) {
            Redirects.to(faces, change.confirmAddress());
            return;
        }
        String problem = change.getProblem();
        messages.error(null, "changePlan.refused", problem == null ? phrases.text("change.same") : problem);
    }

    public List<PlanCard> getPlans() {
        return change.shop().plans(of().product());
    }

    public boolean isChosen(PlanCard plan) {
        return plan.code().equals(getPlan());
    }

    /** True for the plan that they have. */
    public boolean isHeld(PlanCard plan) {
        return plan.code().equals(of().plan());
    }

    public boolean isYearly() {
        return change.getPeriod() == BillingPeriod.YEAR;
    }

    /** What a plan costs by the month; who has it pays the price that was agreed. Null when it is not sold so. */
    public @Nullable Money month(PlanCard plan) {
        return price(plan, BillingPeriod.MONTH);
    }

    /** What a plan costs by the year, like {@link #month}. */
    public @Nullable Money year(PlanCard plan) {
        return price(plan, BillingPeriod.YEAR);
    }

    private @Nullable Money price(PlanCard plan, BillingPeriod period) {
        return isHeld(plan) && of().period() == period
                ? new Money(of().items().get(0).unitAmount(), of().currency())
                : plan.price(period);
    }

    /** How much a year saves in words; empty when it saves nothing worth a word. */
    public String getSaving() {
        int months = change.shop().monthsFree(of().product());
        return months == 0 ? "" : phrases.text("orderPlan.saving", months);
    }

    private String getPlan() {
        String chosen = change.draft().plan();
        return chosen == null ? of().plan() : chosen;
    }

    private SubscriptionView of() {
        return change.getSubscription();
    }
}
