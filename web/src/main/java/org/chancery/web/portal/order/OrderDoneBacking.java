package org.chancery.web.portal.order;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.licensing.FleetInstance;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** After an order: its secret, how to pay, how to start the first instance, and the wait for it. */
@Named
@ViewScoped
public class OrderDoneBacking implements Serializable {

    private static final long serialVersionUID = 1L;
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
    private ChanceryConfig config;

    @Inject
    private FacesContext faces;

    private @Nullable UUID id;
    private int looks;
    private @Nullable SubscriptionView subscription;
    private @Nullable InvoiceView invoice;
    private @Nullable FleetInstance first;

    public void arrive() {
        subscription = subscriptions.get(Objects.requireNonNull(id));
        invoice =
                invoices.ofSubscription(subscription.id()).stream().findFirst().orElse(null);
        findFirst();
    }

    /** Asked every few seconds until the first instance has shown itself. */
    public void look() {
        looks++;
        arrive();
    }

    /** The secret is stored elsewhere; from now on it is masked here. */
    public void acknowledge() throws IOException {
        placed.acknowledge(Objects.requireNonNull(id));
        Redirects.to(faces, "/order/" + id + "/done");
    }

    private void findFirst() {
        List<FleetInstance> found = fleet.ofLicense(
                        Objects.requireNonNull(subscription).license(), null, 1)
                .data();
        first = found.isEmpty() ? null : found.get(0);
    }

    public boolean isConnected() {
        return first != null;
    }

    public boolean isWatching() {
        return first == null && looks < MOST_LOOKS;
    }

    public boolean isAwaitingPayment() {
        return subscription != null && subscription.status() == SubscriptionStatus.INCOMPLETE;
    }

    /** True while this session still holds the secret. */
    public boolean isSecretShown() {
        return placed.secretOf(Objects.requireNonNull(id)).isPresent();
    }

    public String getSecret() {
        return placed.secretOf(Objects.requireNonNull(id)).orElse("");
    }

    public List<Snippet> getSnippets() {
        return Snippet.all(
                config.baseUrl().toString(),
                Objects.requireNonNull(subscription).product(),
                isSecretShown() ? getSecret() : "lic_...");
    }

    public @Nullable SubscriptionView getSubscription() {
        return subscription;
    }

    public @Nullable InvoiceView getInvoice() {
        return invoice;
    }

    public @Nullable FleetInstance getFirst() {
        return first;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
