package org.chancery.web.portal.perpetual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.UpdatesOffer;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.payment.PaymentWays;
import org.jspecify.annotations.Nullable;

/** How a further year of updates can be paid, and when what will be due. */
@Named
@RequestScoped
public class UpdatesPaying {

    @Inject
    private UpdatesBacking updates;

    @Inject
    private PaymentWays ways;

    @Inject
    private Phrases phrases;

    @Inject
    private FacesContext faces;

    public List<Collection> getWays() {
        return ways.open();
    }

    /** What is ticked while it works, else the first way that does; null when there is none. */
    public @Nullable Collection getChosen() {
        String sent = faces.getExternalContext().getRequestParameterMap().getOrDefault("collection", "");
        return ways.choose(Collection.ofWord(sent).orElse(null));
    }

    public boolean isChosen(Collection way) {
        return way == getChosen();
    }

    public boolean isMethodMissing() {
        return ways.isMethodMissing();
    }

    /** The id of what would be charged; empty when there is nothing. */
    public String getMethodId() {
        return ways.methodId();
    }

    public String getAddAddress() {
        return ways.addAddress(updates.getAddress());
    }

    public String getOtherAddress() {
        return ways.otherAddress(updates.getAddress());
    }

    /** "Due today", or by when a transfer has to arrive. */
    public String getDueLabel() {
        return ways.dueLabel(getChosen(), due());
    }

    /** The same with the amount, to be said aloud. */
    public String getDueSaid() {
        return phrases.text("order.dueSaid", getDueLabel(), due());
    }

    /** What the button will do: how much, from where, when. */
    public String getAnnouncement() {
        return ways.announcement("renew", getChosen(), due());
    }

    /** What adding a card is good for. */
    public String getWhyAdd() {
        return phrases.text("updates.addMethod.why");
    }

    public String about(Collection way) {
        return phrases.text("updates." + way.word() + ".about");
    }

    private Money due() {
        UpdatesOffer offer = updates.getOffer();
        return new Money(offer.amountDue(), offer.currency());
    }
}
