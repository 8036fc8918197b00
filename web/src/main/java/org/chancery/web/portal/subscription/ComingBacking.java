package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.billing.PendingLineService;
import org.chancery.service.catalog.CatalogService;
import org.chancery.service.checkout.NextInvoiceService;
import org.chancery.service.checkout.NextInvoiceView;
import org.chancery.service.checkout.PlanChangeService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.order.PlanCard;
import org.chancery.web.portal.order.Shop;
import org.jspecify.annotations.Nullable;

/** What is to come of the subscription that a page shows: its pending change, what waits, the next invoice. */
@Named("coming")
@RequestScoped
public class ComingBacking {

    @Inject
    private SubscriptionBacking shown;

    @Inject
    private NextInvoiceService nextInvoices;

    @Inject
    private PendingLineService pendingLines;

    @Inject
    private InvoiceService invoices;

    @Inject
    private PlanChangeService changes;

    @Inject
    private CatalogService catalog;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private FacesContext faces;

    private @Nullable List<InvoiceView.Line> waiting;
    private @Nullable Optional<NextInvoiceView> next;

    /** Undoes the pending change. A second click finds nothing to undo and says the same. */
    public void undo() throws IOException {
        if (of().pendingChange() != null) {
            changes.undo(of().id());
        }
        messages.afterRedirect("subscription.undone", of().planName());
        Redirects.to(faces, "/subscriptions/" + of().id());
    }

    /** What it will become: "Business, monthly with 2 × Custom domains". */
    public String getTarget() {
        SubscriptionView.Change change = pending();
        String plan = phrases.text("subscription.heading." + change.period().word(), planName(change.plan()));
        String addOns = change.addOns().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> phrases.text("order.line.addOn", entry.getValue(), addOnName(entry.getKey())))
                .collect(Collectors.joining(", "));
        return addOns.isEmpty() ? plan : phrases.text("subscription.pending.with", plan, addOns);
    }

    /** When it takes effect, or what it waits for, in one sentence. */
    public String getWhen() {
        SubscriptionView.Change change = pending();
        if (change.effectiveAt() != null) {
            return of().cancelAt() == null
                    ? phrases.text("subscription.pending.at", change.effectiveAt())
                    : phrases.text("subscription.pending.off");
        }
        InvoiceView invoice = getAwaited();
        return invoice == null || invoice.number() == null || change.lapsesAt() == null
                ? phrases.text("subscription.pending.awaits")
                : phrases.text("subscription.pending.awaitsInvoice", invoice.number(), change.lapsesAt());
    }

    /** The invoice that the pending change waits for, or null. */
    public @Nullable InvoiceView getAwaited() {
        SubscriptionView.Change change = of().pendingChange();
        return change == null || change.invoice() == null ? null : invoices.get(change.invoice());
    }

    /** What the next invoice will ask for beside the new period. */
    public List<InvoiceView.Line> getWaiting() {
        if (waiting == null) {
            waiting = pendingLines.of(of().id());
        }
        return waiting;
    }

    /** The next invoice; null when none is foreseen. */
    public @Nullable NextInvoiceView getNext() {
        if (next == null) {
            next = nextInvoices.of(of().id());
        }
        return next.orElse(null);
    }

    private String planName(String code) {
        return shop().plan(of().product(), code)
                .map(PlanCard::name)
                .orElseGet(() -> code.equals(of().plan()) ? of().planName() : code);
    }

    private String addOnName(String code) {
        return shop().addOns(of().product(), pending().plan(), pending().period()).stream()
                .filter(addOn -> addOn.code().equals(code))
                .findFirst()
                .map(addOn -> addOn.name())
                .orElse(code);
    }

    private Shop shop() {
        return new Shop(catalog.current(), of().currency());
    }

    private SubscriptionView.Change pending() {
        return Objects.requireNonNull(of().pendingChange());
    }

    private SubscriptionView of() {
        return shown.getSubscription();
    }
}
