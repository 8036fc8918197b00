package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.money.Money;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.PurchaseService;
import org.chancery.service.checkout.PurchaseView;
import org.chancery.service.licensing.FleetInstance;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.PurchaseAddresses;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.UuidConverter;
import org.chancery.web.portal.license.DeploymentBacking;
import org.chancery.web.portal.license.SecretBacking;
import org.chancery.web.portal.payment.Dues;
import org.chancery.web.portal.payment.PayingBacking;
import org.chancery.web.portal.perpetual.PerpetualWords;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** After an order: its secret, how to pay, how to start the first instance, and the wait for it. */
@Named
@RequestScoped
public class OrderDoneBacking {

    private static final String LOOKS = "looks";
    private static final String SEEN = "seen";
    private static final String SINCE = "since";
    private static final int LOOKED_THROUGH = 25;
    private static final int MOST_LOOKS = 360; // half an hour; a page left open must not keep its session alive all day

    @Inject
    private PurchaseService purchases;

    @Inject
    private FleetService fleet;

    @Inject
    private PlacedOrders placed;

    @Inject
    private PayingBacking paying;

    @Inject
    private PerpetualWords perpetualWords;

    @Inject
    private Phrases phrases;

    @Inject
    private ChanceryConfig config;

    @Inject
    private Clock clock;

    @Inject
    private FacesContext faces;

    private @Nullable UUID id;
    private @Nullable PurchaseView purchase;
    private @Nullable FleetInstance first;

    public void arrive() {
        viewMap().put(SEEN, situation());
        viewMap().put(SINCE, clock.instant());
    }

    /** What the page shows is read when it is first asked for: a form of it is decoded before any act is run. */
    private PurchaseView read() {
        if (purchase == null) {
            readAnew();
        }
        return Objects.requireNonNull(purchase);
    }

    private void readAnew() {
        paying.readAnew();
        purchase = purchases.get(id());
        findFirst();
    }

    /**
     * Asked every few seconds until the first instance has shown itself. What is said beside that is replaced only when
     * something happened: who is about to press a button there keeps it under the finger.
     */
    public void look() {
        viewMap().merge(LOOKS, 1, (before, one) -> (Integer) before + 1);
        readAnew();
        String seen = situation();
        if (!seen.equals(viewMap().put(SEEN, seen))) {
            PrimeFaces.current().ajax().update("orderState", "payment", "firstLead", "nothing");
        }
    }

    private String situation() {
        Dues dues = getDues();
        return read().stage() + (dues == null ? "" : " " + dues.state()) + (isConnected() ? " connected" : "");
    }

    /** The secret is stored elsewhere; from now on it is masked here. */
    public void acknowledge() throws IOException {
        placed.acknowledge(id());
        Redirects.to(faces, PurchaseAddresses.done(id()));
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

    /** The newest that runs; what has ended since is not waited for. */
    private void findFirst() {
        first = fleet.ofLicense(Objects.requireNonNull(purchase).license(), null, LOOKED_THROUGH).data().stream()
                .filter(instance -> instance.condition().runs())
                .findFirst()
                .orElse(null);
    }

    public boolean isConnected() {
        return getFirst() != null;
    }

    public boolean isWatching() {
        return getFirst() == null && !isOver() && (Integer) viewMap().getOrDefault(LOOKS, 0) < MOST_LOOKS;
    }

    /** How the wait for the first instance stands, in one sentence. */
    public String getArrivalLine() {
        FleetInstance arrived = getFirst();
        if (arrived != null) {
            return phrases.text(
                    "orderDone.connected",
                    arrived.instance().name(),
                    arrived.instance().version());
        }
        if (isOver()) {
            return phrases.text("orderDone.arrival.never");
        }
        if (!isWatching()) {
            return phrases.text("orderDone.waiting.over");
        }
        return phrases.text(isAwaitingPayment() ? "orderDone.waiting.payment" : "orderDone.waiting");
    }

    /** Since when, or what the instance got. */
    public String getArrivalMore() {
        FleetInstance arrived = getFirst();
        if (arrived != null) {
            return phrases.text(
                    "orderDone.connected.more",
                    time(arrived.instance().lastCheckAt()),
                    time(arrived.instance().leaseUntil()));
        }
        if (isOver()) {
            return phrases.text("orderDone.arrival.never.more");
        }
        String since = time((Instant) viewMap().getOrDefault(SINCE, clock.instant()));
        return phrases.text(isWatching() ? "orderDone.waiting.since" : "orderDone.waiting.over.since", since);
    }

    private String time(Instant instant) {
        return Dates.of(faces).time(instant);
    }

    /** What shows on a server whether it reaches this one. */
    public String getProbe() {
        return "curl -fsS " + getServer() + "/.well-known/license-configuration";
    }

    /** The address of this page. */
    public String getHere() {
        return PurchaseAddresses.done(id());
    }

    /** Where instances reach this server. */
    public String getServer() {
        return config.baseUrl().toString();
    }

    public boolean isAwaitingPayment() {
        return read().stage() == PurchaseView.Stage.AWAITING_PAYMENT;
    }

    /** True when the order came to nothing, or ended since. */
    public boolean isOver() {
        return read().stage() == PurchaseView.Stage.OVER;
    }

    /** How the first invoice stands; null once it is paid. */
    public @Nullable Dues getDues() {
        InvoiceView asked = read().invoice();
        return isAwaitingPayment() && asked != null ? paying.of(asked) : null;
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

    private String activeLine(PurchaseView bought) {
        PurchaseView.Renewal renewal = bought.renewal();
        if (renewal != null) {
            return phrases.text(
                    "orderDone.active.renews", renewal.at(), new Money(renewal.amount(), renewal.currency()));
        }
        return bought.updatesUntil() == null
                ? phrases.text("orderDone.active")
                : phrases.text("orderDone.active.covered", perpetualWords.day(bought.updatesUntil()));
    }

    /** True while this session still holds the secret. */
    public boolean isSecretShown() {
        return placed.secretOf(id()).isPresent();
    }

    public String getSecret() {
        return placed.secretOf(id()).orElse("");
    }

    /** Where a lost secret is changed. */
    public String getSecretAddress() {
        return SecretBacking.addressOf(read().license());
    }

    /** Where whole files for deploying an instance are. */
    public String getDeploymentAddress() {
        return DeploymentBacking.addressOf(read().license());
    }

    public List<Snippet> getSnippets() {
        return Snippet.all(config.baseUrl().toString(), read().product(), isSecretShown() ? getSecret() : "lic_...");
    }

    /** Where what was bought can be found from now on. */
    public String getHome() {
        return PurchaseAddresses.home(read().kind(), id());
    }

    /** True for a perpetual license, false for a subscription. */
    public boolean isPerpetual() {
        return read().kind() == PlanKind.PERPETUAL;
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
