package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.account.AccountView;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.PurchaseCheckoutService;
import org.chancery.service.checkout.PurchaseService;
import org.chancery.service.checkout.QuoteView;
import org.chancery.web.portal.component.BankAccount;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.PurchaseAddresses;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.payment.PayingBacking;

/** The last look before ordering: all lines, how to pay, the terms, and the button that does it. */
@Named
@RequestScoped
public class OrderSummaryBacking {

    private static final String WAY = "collection";

    @Inject
    private OrderJourney order;

    @Inject
    private OrderPaying paying;

    @Inject
    private PayingBacking charged;

    @Inject
    private PurchaseCheckoutService checkout;

    @Inject
    private PurchaseService purchases;

    @Inject
    private PlacedOrders placed;

    @Inject
    private BankAccount bank;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private PathId pathId;

    @Inject
    private FacesContext faces;

    private boolean terms;

    public void arrive() throws IOException {
        order.enter(OrderStep.SUMMARY);
    }

    /** Orders exactly what was shown. A price that no longer holds is shown anew and has to be confirmed again. */
    public void place() throws IOException {
        if (bank.getTermsUrl() != null && !terms) {
            messages.error("terms", "orderSummary.terms.required");
            return;
        }
        Optional<Collection> collection = Collection.ofWord(sent(WAY)).filter(paying.getWays()::contains);
        if (collection.isEmpty()) {
            messages.error(null, "orderSummary.collection.required");
            return;
        }
        if (collection.get() == Collection.CHARGE && !sent("paymentMethod").equals(paying.getMethodId())) {
            messages.error(null, "orderSummary.methodChanged");
            return;
        }
        buy(pathId.require("quote"), collection.get());
    }

    private void buy(UUID quoteId, Collection collection) throws IOException {
        try {
            UUID purchase = placed.once(quoteId, () -> checkout.buyQuoted(quoteId, collection));
            Redirects.to(faces, next(purchase));
        } catch (DomainException refused) {
            if (refused.refusal() != CheckoutRefusal.QUOTE_EXPIRED) {
                throw refused;
            }
            terms = false;
            messages.error(null, "orderSummary.changed");
        }
    }

    /** To the bank when it has a question, else to the end of the order, whatever the bank said. */
    private String next(UUID purchase) {
        InvoiceView invoice = purchases.get(purchase).invoice();
        String question = invoice == null ? null : charged.confirmUrlOf(invoice.id());
        return question == null ? PurchaseAddresses.done(purchase) : question;
    }

    /** Takes over the way to pay, so that the summary beside it says when what is due. */
    public void changed() {
        Collection.ofWord(sent(WAY)).ifPresent(way -> order.choose(order.draft().withCollection(way)));
    }

    public AccountView getAccount() {
        return order.account();
    }

    /** What the button does, with the amount. */
    public String getPlaceLabel() {
        QuoteView quote = order.getQuote();
        if (quote == null || quote.amountDue() == 0) {
            return phrases.text("orderSummary.place.free");
        }
        return phrases.text("orderSummary.place", new Money(quote.amountDue(), quote.currency()));
    }

    private String sent(String name) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }

    public boolean isTerms() {
        return terms;
    }

    public void setTerms(boolean terms) {
        this.terms = terms;
    }
}
