package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.account.SettingsService;
import org.chancery.service.checkout.QuoteView;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.order.AddOnChoice;
import org.chancery.web.portal.order.OrderPlanBacking;
import org.chancery.web.portal.order.PlanCard;

/** What a change makes different, and what follows from it when. */
@Named
@RequestScoped
public class ChangeForecast {

    /** One thing before and after. */
    public record Difference(String name, String before, String after) {}

    /** One dated line of what happens next. */
    public record Step(Instant at, String text) {}

    @Inject
    private ChangeJourney change;

    @Inject
    private OrderPlanBacking planWords;

    @Inject
    private SettingsService settings;

    @Inject
    private Phrases phrases;

    @Inject
    private Clock clock;

    public List<Difference> getDifferences() {
        List<Difference> all = new ArrayList<>();
        SubscriptionView of = change.getSubscription();
        if (!change.draft().isAddOnsOnly()) {
            all.add(new Difference(
                    phrases.text("change.plan"),
                    phrases.text("subscription.heading." + of.period().word(), of.planName()),
                    phrases.text("subscription.heading." + change.getPeriod().word(), newPlanName())));
            limits(of).ifPresent(all::add);
        }
        change.draft()
                .addOns()
                .forEach((code, quantity) ->
                        all.add(new Difference(addOnName(code), String.valueOf(held(code)), String.valueOf(quantity))));
        return all;
    }

    private Optional<Difference> limits(SubscriptionView of) {
        String before = limits(of.plan());
        String after = limits(newPlan());
        return before.isEmpty() || before.equals(after)
                ? Optional.empty()
                : Optional.of(new Difference(phrases.text("change.includes"), before, after));
    }

    private String limits(String plan) {
        return card(plan)
                .map(card -> card.limits().stream().map(planWords::limit).collect(Collectors.joining(" · ")))
                .orElse("");
    }

    /** What happens when, from now to the next payment. */
    public List<Step> getSteps() {
        QuoteView quote = Objects.requireNonNull(change.getQuote());
        List<Step> steps = new ArrayList<>();
        Instant now = clock.instant();
        if (change.isLater()) {
            steps.add(new Step(now, phrases.text("change.step.nothingNow")));
            steps.add(new Step(quote.effectiveAt(), phrases.text("change.step.starts", what())));
        } else {
            now(quote, now, steps);
        }
        QuoteView.Next next = quote.next();
        if (next != null) {
            steps.add(new Step(next.at(), phrases.text("change.step.next", new Money(next.total(), quote.currency()))));
        }
        return steps;
    }

    private void now(QuoteView quote, Instant now, List<Step> steps) {
        Money due = new Money(quote.amountDue(), quote.currency());
        if (!due.isPositive()) {
            steps.add(new Step(now, phrases.text("change.step.startsNow", what())));
        } else if (change.getSubscription().collection() == Collection.CHARGE) {
            steps.add(new Step(now, phrases.text("change.step.charged", due, what())));
        } else {
            steps.add(new Step(now, phrases.text("change.step.invoiced", due)));
            ServicePeriod period = change.getSubscription().currentPeriod();
            if (period != null) {
                steps.add(new Step(period.end(), phrases.text("change.step.lapses", what())));
            }
        }
        if (quote.creditGranted() > 0) {
            steps.add(new Step(
                    now.plus(settings.current().settlementDelay()),
                    phrases.text("change.step.credit", new Money(quote.creditGranted(), quote.currency()))));
        }
    }

    private String what() {
        return change.draft().isAddOnsOnly() ? phrases.text("change.addOnsThen") : newPlanName();
    }

    private String newPlan() {
        String chosen = change.draft().plan();
        return chosen == null ? change.getSubscription().plan() : chosen;
    }

    private String newPlanName() {
        SubscriptionView of = change.getSubscription();
        return newPlan().equals(of.plan())
                ? of.planName()
                : card(newPlan()).map(PlanCard::name).orElse(newPlan());
    }

    private Optional<PlanCard> card(String plan) {
        return change.shop().plan(change.getSubscription().product(), plan);
    }

    private String addOnName(String code) {
        return sold(code).map(AddOnChoice::name).orElse(code);
    }

    private int held(String code) {
        Map<String, Integer> paid = change.getSubscription().items().stream()
                .collect(Collectors.toMap(SubscriptionView.Item::code, SubscriptionView.Item::quantity, Integer::sum));
        return paid.getOrDefault(code, 0)
                + sold(code).map(AddOnChoice::included).orElse(0);
    }

    private Optional<AddOnChoice> sold(String code) {
        SubscriptionView of = change.getSubscription();
        return change.shop().addOns(of.product(), of.plan(), of.period()).stream()
                .filter(addOn -> addOn.code().equals(code))
                .findFirst();
    }
}
