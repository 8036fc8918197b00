package org.chancery.web.portal.order;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** How many of each add-on. */
@Named
@RequestScoped
public class OrderCustomiseBacking {

    /** An add-on with the quantity in its input. */
    public static final class Row {
        private final AddOnChoice addOn;
        private @Nullable Integer quantity;

        Row(AddOnChoice addOn, int quantity) {
            this.addOn = addOn;
            this.quantity = quantity;
        }

        public AddOnChoice getAddOn() {
            return addOn;
        }

        public @Nullable Integer getQuantity() {
            return quantity;
        }

        public void setQuantity(@Nullable Integer quantity) {
            this.quantity = quantity;
        }
    }

    @Inject
    private OrderJourney order;

    @Inject
    private FacesContext faces;

    @Inject
    private Phrases phrases;

    private List<Row> rows = List.of();

    @PostConstruct
    void read() {
        rows = order.addOns().stream()
                .map(addOn -> new Row(
                        addOn,
                        Math.min(
                                addOn.max(),
                                Math.max(
                                        addOn.included(), order.draft().addOns().getOrDefault(addOn.code(), 0)))))
                .toList();
    }

    public void arrive() throws IOException {
        if (order.enter(OrderStep.CUSTOMISE) && rows.isEmpty()) {
            order.goTo(order.firstOpen());
        }
    }

    /** Takes over the quantities, so that the summary beside them shows the price. */
    public void changed() {
        Map<String, Integer> quantities = new TreeMap<>();
        for (Row row : rows) {
            Integer quantity = row.getQuantity();
            quantities.put(
                    row.getAddOn().code(),
                    quantity == null ? 0 : Math.min(quantity, row.getAddOn().max()));
        }
        order.choose(order.draft().withAddOns(quantities));
    }

    public void proceed() throws IOException {
        changed();
        String problem = order.getProblem();
        if (problem == null) {
            order.goTo(order.firstOpen());
        } else {
            faces.addMessage(
                    null,
                    new jakarta.faces.application.FacesMessage(
                            jakarta.faces.application.FacesMessage.SEVERITY_ERROR, problem, null));
        }
    }

    /** Whether there is a later occasion. */
    public String getLead() {
        return phrases.text(order.isOnce() ? "orderCustomise.lead.once" : "orderCustomise.lead");
    }

    /** What one unit costs, and what it needs. */
    public String explain(AddOnChoice addOn) {
        String each = phrases.text("orderCustomise.each." + order.getPeriod().word(), addOn.price());
        String text = addOn.included() == 0 ? each : phrases.text("orderCustomise.included", each, addOn.included());
        return addOn.requires().isEmpty()
                ? text
                : phrases.text("orderCustomise.requires", text, String.join(", ", addOn.requires()));
    }

    public List<Row> getRows() {
        return rows;
    }
}
