package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.model.money.Money;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.order.AddOnChoice;
import org.jspecify.annotations.Nullable;

/** How many of each add-on from now on, and when. */
@Named
@RequestScoped
public class ChangeAddOnsBacking {

    /** An add-on with the quantity in its input. */
    public static final class Row {
        private final AddOnChoice addOn;
        private final int held;
        private @Nullable Integer quantity;

        Row(AddOnChoice addOn, int held, int quantity) {
            this.addOn = addOn;
            this.held = held;
            this.quantity = quantity;
        }

        public AddOnChoice getAddOn() {
            return addOn;
        }

        /** How many they have. */
        public int getHeld() {
            return held;
        }

        public @Nullable Integer getQuantity() {
            return quantity;
        }

        public void setQuantity(@Nullable Integer quantity) {
            this.quantity = quantity;
        }
    }

    @Inject
    private ChangeJourney change;

    @Inject
    private FacesContext faces;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    private @Nullable List<Row> rows;

    public void arrive() throws IOException {
        change.enter();
    }

    public List<Row> getRows() {
        if (rows == null) {
            SubscriptionView of = of();
            rows = change.shop().addOns(of.product(), of.plan(), of.period()).stream()
                    .map(addOn -> {
                        int held = addOn.included() + paid(addOn);
                        int wanted = change.draft().addOns().getOrDefault(addOn.code(), held);
                        return new Row(addOn, held, Math.max(addOn.included(), Math.min(addOn.max(), wanted)));
                    })
                    .toList();
        }
        return rows;
    }

    /** Takes over the quantities, so that the summary beside them shows the price. */
    public void changed() {
        Map<String, Integer> quantities = new TreeMap<>();
        for (Row row : getRows()) {
            Integer quantity = row.getQuantity();
            if (quantity != null && quantity != row.getHeld()) {
                quantities.put(row.getAddOn().code(), quantity);
            }
        }
        ChangeDraft chosen = new ChangeDraft(null, null, quantities, null);
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        boolean sameChoice = chosen.query().equals(sent.get("timesFor"));
        change.choose(chosen.at(
                sameChoice ? ChangeTime.ofWord(sent.getOrDefault("time", "")).orElse(null) : null));
    }

    public void proceed() throws IOException {
        changed();
        if (change.getQuote() != null) {
            Redirects.to(faces, change.confirmAddress());
            return;
        }
        String problem = change.getProblem();
        messages.error(null, "changePlan.refused", problem == null ? phrases.text("changeAddOns.same") : problem);
    }

    /** What one unit costs, how many they have, and what it needs. */
    public String explain(Row row) {
        AddOnChoice addOn = row.getAddOn();
        String each = phrases.text("orderCustomise.each." + of().period().word(), price(addOn));
        String text = row.getHeld() == 0 ? each : phrases.text("changeAddOns.held", each, row.getHeld());
        return addOn.requires().isEmpty()
                ? text
                : phrases.text("orderCustomise.requires", text, String.join(", ", addOn.requires()));
    }

    /** Who has some pays the price that was agreed. */
    private Money price(AddOnChoice addOn) {
        return item(addOn)
                .map(item -> new Money(item.unitAmount(), of().currency()))
                .orElse(addOn.price());
    }

    private int paid(AddOnChoice addOn) {
        return item(addOn).map(SubscriptionView.Item::quantity).orElse(0);
    }

    private Optional<SubscriptionView.Item> item(AddOnChoice addOn) {
        return of().items().stream()
                .filter(item -> item.code().equals(addOn.code()))
                .findFirst();
    }

    private SubscriptionView of() {
        return change.getSubscription();
    }
}
