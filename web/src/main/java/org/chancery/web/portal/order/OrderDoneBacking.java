package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.licensing.FleetInstance;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.UuidConverter;
import org.chancery.web.portal.payment.Dues;
import org.chancery.web.portal.payment.PayingBacking;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** After an order: its secret, how to pay, how to start the first instance, and the wait for it. */
@Named
@RequestScoped
public class OrderDoneBacking {

    private static final String LOOKS = "looks";
    private static final String SEEN = "seen";
    private static final int MOST_LOOKS = 360; // half an hour; a page left open must not keep its session alive all day

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private InvoiceService invoices;

    @Inject
    private FleetService fleet;

    @Inject
    private PlacedOrders placed;

    @Inject
    private PayingBacking paying;

    @Inject
    private Phrases phrases;

    @Inject
    private ChanceryConfig config;

    @Inject
    private FacesContext faces;

    private @Nullable UUID id;
    private @Nullable SubscriptionView subscription;
    private @Nullable InvoiceView invoice;
    private @Nullable FleetInstance first;

    public void arrive() {
        viewMap().put(SEEN, situation());
    }

    /** What the page shows is read when it is first asked for: a form of it is decoded before any act is run. */
    private SubscriptionView read() {
        if (subscription == null) {
            readAnew();
        }
        return Objects.requireNonNull(subscription);
    }

    private void readAnew() {
        paying.readAnew();
        subscription = subscriptions.get(id());
        invoice =
                invoices.ofSubscription(subscription.id()).stream().findFirst().orElse(null);
        findFirst();
    }

    /**
     * Asked every few seconds until the first instance has shown itself. What is said of the payment is replaced only when
     * something happened to it: who is about to press a button there keeps it under the finger.
     */
    public void look() {
        viewMap().merge(LOOKS, 1, (before, one) -> (Integer) before + 1);
        readAnew();
        String seen = situation();
        if (!seen.equals(viewMap().put(SEEN, seen))) {
            PrimeFaces.current().ajax().update("orderState", "payment", "firstLead");
        }
    }

    private String situation() {
        Dues dues = getDues();
        return read().status() + (dues == null ? "" : " " + dues.state());
    }

    /** The secret is stored elsewhere; from now on it is masked here. */
    public void acknowledge() throws IOException {
        placed.acknowledge(id());
        Redirects.to(faces, "/order/" + id() + "/done");
    }

    /** The id in the address, also before the page's parameters have reached this bean. */
    private UUID id() {
        if (id == null) {
            id = new UuidConverter()
                    .getAsObject(
                            faces,
                            faces.getViewRoot(),
                            faces.getExternalContext().getRequestParameterMap().get("id"));
        }
        return Objects.requireNonNull(id);
    }

    private Map<String, Object> viewMap() {
        return faces.getViewRoot().getViewMap();
    }

    private void findFirst() {
        List<FleetInstance> found = fleet.ofLicense(
                        Objects.requireNonNull(subscription).license(), null, 1)
                .data();
        first = found.isEmpty() ? null : found.get(0);
    }

    public boolean isConnected() {
        return getFirst() != null;
    }

    public boolean isWatching() {
        return getFirst() == null && (Integer) viewMap().getOrDefault(LOOKS, 0) < MOST_LOOKS;
    }

    public boolean isAwaitingPayment() {
        return read().status() == SubscriptionStatus.INCOMPLETE;
    }

    /** True when the order came to nothing, or ended since. */
    public boolean isOver() {
        return read().status() == SubscriptionStatus.INCOMPLETE_EXPIRED
                || read().status() == SubscriptionStatus.CANCELED;
    }

    /** How the first invoice stands; null once it is paid. */
    public @Nullable Dues getDues() {
        InvoiceView first = getInvoice();
        return isAwaitingPayment() && first != null ? paying.of(first, read()) : null;
    }

    public String getHeading() {
        Dues dues = getDues();
        boolean failed = isOver() || dues != null && dues.state() == Dues.State.DECLINED;
        return phrases.text(failed ? "orderDone.unpaid" : isAwaitingPayment() ? "orderDone.title" : "orderDone.ready");
    }

    /** What the license waits for, in one sentence. */
    public String getStateLine() {
        Dues dues = getDues();
        if (dues == null) {
            return isOver() ? phrases.text("orderDone.over") : activeLine(read());
        }
        return switch (dues.state()) {
            case OPEN -> phrases.text(dues.byTransfer() ? "orderDone.awaiting" : "orderDone.awaiting.charge");
            case PROCESSING -> phrases.text("orderDone.processing");
            case DECLINED, CONFIRM, ASKING -> phrases.text("orderDone.awaiting.charge");
        };
    }

    private String activeLine(SubscriptionView ordered) {
        ServicePeriod period = ordered.currentPeriod();
        return period == null
                ? phrases.text("orderDone.active")
                : phrases.text(
                        "orderDone.active.renews",
                        period.end(),
                        new Money(ordered.amountPerPeriod(), ordered.currency()));
    }

    /** True while this session still holds the secret. */
    public boolean isSecretShown() {
        return placed.secretOf(id()).isPresent();
    }

    public String getSecret() {
        return placed.secretOf(id()).orElse("");
    }

    public List<Snippet> getSnippets() {
        return Snippet.all(config.baseUrl().toString(), read().product(), isSecretShown() ? getSecret() : "lic_...");
    }

    public SubscriptionView getSubscription() {
        return read();
    }

    public @Nullable InvoiceView getInvoice() {
        read();
        return invoice;
    }

    public @Nullable FleetInstance getFirst() {
        read();
        return first;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
