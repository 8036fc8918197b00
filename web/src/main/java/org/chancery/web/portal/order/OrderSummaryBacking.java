package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.account.AccountView;
import org.chancery.service.checkout.OrderService;
import org.chancery.service.checkout.QuoteView;
import org.chancery.web.portal.component.BankAccount;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;

/** The last look before ordering: all lines, how to pay, the terms, and the button that does it. */
@Named
@RequestScoped
public class OrderSummaryBacking {

    @Inject
    private OrderJourney order;

    @Inject
    private OrderService orders;

    @Inject
    private PlacedOrders placed;

    @Inject
    private BankAccount bank;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

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
        Optional<Collection> collection = Collection.ofWord(sent("collection")).filter(getCollections()::contains);
        if (collection.isEmpty()) {
            messages.error(null, "orderSummary.collection.required");
            return;
        }
        try {
            UUID quoteId = UUID.fromString(sent("quote"));
            UUID subscription = placed.once(quoteId, () -> orders.placeQuoted(quoteId, collection.get()));
            Redirects.to(faces, "/order/" + subscription + "/done");
        } catch (DomainException refused) {
            if (refused.refusal() != CheckoutRefusal.QUOTE_EXPIRED) {
                throw refused;
            }
            terms = false;
            messages.error(null, "orderSummary.changed");
        }
    }

    /** The ways to pay that this vendor takes. */
    public List<Collection> getCollections() {
        List<Collection> ways = new ArrayList<>();
        if (bank.isKnown()) {
            ways.add(Collection.WIRE);
        }
        return ways;
    }

    public boolean isChosen(Collection collection) {
        return collection
                == Collection.ofWord(sent("collection")).orElse(getCollections().get(0));
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
