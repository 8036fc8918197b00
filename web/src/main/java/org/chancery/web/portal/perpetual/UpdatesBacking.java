package org.chancery.web.portal.perpetual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.money.Money;
import org.chancery.model.perpetual.PerpetualRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.PerpetualCheckoutService;
import org.chancery.service.checkout.PerpetualOrderService;
import org.chancery.service.checkout.UpdatesOffer;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.web.portal.component.ConfirmedActs;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Portal;
import org.chancery.web.portal.component.PurchaseAddresses;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.payment.PaymentWays;
import org.jspecify.annotations.Nullable;

/** Says what a further year of updates costs and until when it reaches, and orders it at that price. */
@Named
@RequestScoped
public class UpdatesBacking {

    @Inject
    private PerpetualService perpetuals;

    @Inject
    private PerpetualOrderService orders;

    @Inject
    private PerpetualCheckoutService checkout;

    @Inject
    private PaymentWays ways;

    @Inject
    private PathId pathId;

    @Inject
    private Portal portal;

    @Inject
    private PerpetualWords words;

    @Inject
    private ConfirmedActs acts;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private Ids ids;

    @Inject
    private FacesContext faces;

    private @Nullable PerpetualView perpetual;
    private @Nullable UpdatesOffer offer;

    /** Where nothing can be renewed, the page of the license shows how it stands. */
    public void arrive() throws IOException {
        if (!portal.isMayManage()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
            return;
        }
        try {
            getOffer();
        } catch (DomainException refused) {
            refuse(refused);
        }
    }

    /** Orders what was told. A price that no longer holds is told anew and has to be confirmed again. */
    public void renew() throws IOException {
        Optional<Collection> collection = Collection.ofWord(sent("collection")).filter(ways.open()::contains);
        if (collection.isEmpty()) {
            messages.error(null, "orderSummary.collection.required");
            return;
        }
        if (collection.get() == Collection.CHARGE && !sent("paymentMethod").equals(ways.methodId())) {
            messages.error(null, "orderSummary.methodChanged");
            return;
        }
        try {
            messages.follow(acts.once(pathId.require("ticket"), () -> renewed(collection.get())));
        } catch (DomainException refused) {
            refuse(refused);
        }
    }

    private ConfirmedActs.Outcome renewed(Collection collection) {
        UUID waiting = checkout.renewUpdates(getPerpetual().id(), collection, told())
                .perpetual()
                .updatesInvoice();
        return new ConfirmedActs.Outcome(getHome(), phrases.text(waiting == null ? "updates.done" : "updates.ordered"));
    }

    private void refuse(DomainException refused) throws IOException {
        if (refused.refusal() instanceof PerpetualRefusal) { // ordered in another tab, say
            messages.errorAfterRedirect(refused.refusal().textKey());
            Redirects.to(faces, getHome());
        } else if (refused.refusal() == CheckoutRefusal.QUOTE_EXPIRED) {
            offer = null;
            messages.error(null, "orderSummary.changed");
        } else {
            throw refused;
        }
    }

    /** Tells one showing of the page from another: each may be confirmed once. */
    public UUID getTicket() {
        return ids.next();
    }

    /** What was due when the page was shown; what is no number was never due. */
    private long told() {
        String sent = sent("told");
        return sent.matches("[0-9]{1,15}") ? Long.parseLong(sent) : -1;
    }

    /** The address of the license. */
    public String getHome() {
        return PurchaseAddresses.home(PlanKind.PERPETUAL, getPerpetual().id());
    }

    String getAddress() {
        return getHome() + "/updates";
    }

    /** What happens, when, and what it costs. */
    public String getConsequence() {
        return phrases.text("updates.consequence", words.day(getOffer().until()));
    }

    /** What the button does, with the amount. */
    public String getRenewLabel() {
        return getOffer().amountDue() == 0
                ? phrases.text("updates.renew.free")
                : phrases.text(
                        "updates.renew",
                        new Money(getOffer().amountDue(), getOffer().currency()));
    }

    private String sent(String name) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }

    public UpdatesOffer getOffer() {
        if (offer == null) {
            offer = orders.offerUpdates(getPerpetual().id());
        }
        return offer;
    }

    public PerpetualView getPerpetual() {
        if (perpetual == null) {
            perpetual = perpetuals.get(pathId.require());
        }
        return perpetual;
    }
}
