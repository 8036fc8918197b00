package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.ChangeOutcome;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.QuoteView;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.ConfirmedActs;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;

/** The last look before a change: what it costs to the cent, what follows when, and the button that does it. */
@Named
@RequestScoped
public class ConfirmChangeBacking {

    @Inject
    private ChangeJourney change;

    @Inject
    private CheckoutService checkout;

    @Inject
    private ConfirmedActs acts;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private PathId pathId;

    @Inject
    private FacesContext faces;

    /** Nothing chosen, nothing to confirm. */
    public void arrive() throws IOException {
        if (change.enter() && change.draft().isBlank()) {
            Redirects.to(faces, change.getHome() + "/change");
        }
    }

    /** Changes exactly what was shown. A price that no longer holds is shown anew and has to be confirmed again. */
    public void confirm() throws IOException {
        UUID quote = pathId.require("quote");
        try {
            messages.follow(acts.once(quote, () -> done(checkout.changeQuoted(pathId.require(), quote))));
        } catch (DomainException refused) {
            change.forget();
            if (refused.refusal() == CheckoutRefusal.QUOTE_EXPIRED) {
                messages.error(null, "changeConfirm.expired");
            } else if (refused.refusal() instanceof Decline) {
                messages.error(null, "changeConfirm.declined", Texts.of(faces).ofRefusal(refused));
            } else {
                throw refused;
            }
        }
    }

    private ConfirmedActs.Outcome done(ChangeOutcome outcome) {
        SubscriptionView now = outcome.subscription();
        PaymentView payment = outcome.payment();
        if (payment != null && payment.status() == PaymentStatus.REQUIRES_ACTION && payment.confirmUrl() != null) {
            return new ConfirmedActs.Outcome(payment.confirmUrl(), null);
        }
        return new ConfirmedActs.Outcome("/subscriptions/" + now.id(), said(now, outcome));
    }

    private String said(SubscriptionView now, ChangeOutcome outcome) {
        InvoiceView invoice = outcome.invoice();
        SubscriptionView.Change pending = now.pendingChange();
        if (pending != null && pending.effectiveAt() != null) {
            return phrases.text("changeConfirm.done.later", pending.effectiveAt());
        }
        if (pending != null && invoice != null && invoice.number() != null) {
            return phrases.text("changeConfirm.done.awaiting", invoice.number());
        }
        return phrases.text("changeConfirm.done");
    }

    /** What the button does, with the amount. */
    public String getLabel() {
        QuoteView quote = change.getQuote();
        if (quote == null) {
            return "";
        }
        if (change.isLater()) {
            return phrases.text("changeConfirm.later", quote.effectiveAt());
        }
        if (quote.amountDue() == 0) {
            return phrases.text("changeConfirm.free");
        }
        return phrases.text(
                change.getSubscription().collection() == Collection.CHARGE
                        ? "changeConfirm.charge"
                        : "changeConfirm.wire",
                new Money(quote.amountDue(), quote.currency()));
    }
}
