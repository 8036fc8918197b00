package org.chancery.web.portal.perpetual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.PerpetualCheckoutService;
import org.chancery.service.checkout.PerpetualOrderService;
import org.chancery.service.checkout.UpdatesOffer;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.web.portal.component.BankAccount;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Portal;
import org.chancery.web.portal.component.Redirects;
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
    private PaymentMethodService methods;

    @Inject
    private BankAccount bank;

    @Inject
    private Portal portal;

    @Inject
    private PerpetualWords words;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private FacesContext faces;

    private @Nullable UUID id;
    private @Nullable PerpetualView perpetual;
    private @Nullable UpdatesOffer offer;

    /** Where nothing can be renewed, the page of the license says why. */
    public void arrive() throws IOException {
        if (!portal.isMayManage()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
            return;
        }
        if (!getPerpetual().isActive() || getPerpetual().updatesInvoice() != null) {
            Redirects.to(faces, home());
        }
    }

    /** Orders what was told. A price that no longer holds is told anew and has to be confirmed again. */
    public void renew() throws IOException {
        Optional<Collection> collection = Collection.ofWord(sent("collection")).filter(getCollections()::contains);
        if (collection.isEmpty()) {
            messages.error(null, "orderSummary.collection.required");
            return;
        }
        try {
            boolean paid = checkout.renewUpdates(getPerpetual().id(), collection.get(), told())
                            .perpetual()
                            .updatesInvoice()
                    == null;
            messages.afterRedirect(paid ? "updates.done" : "updates.ordered");
            Redirects.to(faces, home());
        } catch (DomainException refused) {
            if (refused.refusal() != CheckoutRefusal.QUOTE_EXPIRED) {
                throw refused;
            }
            offer = null;
            messages.error(null, "orderSummary.changed");
        }
    }

    /** What was due when the page was shown; what is no number was never due. */
    private long told() {
        String sent = sent("told");
        return sent.matches("[0-9]{1,15}") ? Long.parseLong(sent) : -1;
    }

    private String home() {
        return "/perpetual/" + getPerpetual().id();
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

    /** The ways to pay that are open to this account. */
    public List<Collection> getCollections() {
        List<Collection> ways = new ArrayList<>();
        if (!methods.list(getPerpetual().account()).isEmpty()) {
            ways.add(Collection.CHARGE);
        }
        if (bank.isKnown()) {
            ways.add(Collection.WIRE);
        }
        return ways;
    }

    public boolean isChosen(Collection collection) {
        return collection
                == Collection.ofWord(sent("collection")).orElse(getCollections().get(0));
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
            perpetual = perpetuals.get(Objects.requireNonNull(id));
        }
        return perpetual;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
