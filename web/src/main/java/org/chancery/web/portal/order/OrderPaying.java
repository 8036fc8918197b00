package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.QuoteView;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.payment.PaymentWays;
import org.jspecify.annotations.Nullable;

/** How an order can be paid, and when what will be due. */
@Named
@RequestScoped
public class OrderPaying {

    @Inject
    private OrderJourney order;

    @Inject
    private PaymentWays ways;

    @Inject
    private Phrases phrases;

    public List<Collection> getWays() {
        return ways.open();
    }

    /** What was chosen while it works, else the first way that does; null when there is none. */
    public @Nullable Collection getChosen() {
        return ways.choose(order.draft().collection());
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

    /** Where a card is added; leads back to this summary with all that is chosen. */
    public String getAddAddress() {
        return ways.addAddress(summaryByCharge());
    }

    /** Where another card is chosen; leads back too. */
    public String getOtherAddress() {
        return ways.otherAddress(summaryByCharge());
    }

    private String summaryByCharge() {
        return order.draft().withCollection(Collection.CHARGE).address(OrderStep.SUMMARY);
    }

    /** "Due today", or by when a transfer has to arrive. */
    public String getDueLabel() {
        QuoteView quote = order.getQuote();
        return quote == null ? phrases.text("order.dueToday") : ways.dueLabel(getChosen(), amountDue(quote));
    }

    /** The same with the amount, to be said aloud. */
    public String getDueSaid() {
        QuoteView quote = order.getQuote();
        return quote == null ? "" : phrases.text("order.dueSaid", getDueLabel(), amountDue(quote));
    }

    /** What the button will do: how much, from where, when. */
    public String getAnnouncement() {
        QuoteView quote = order.getQuote();
        return quote == null ? "" : ways.announcement("order", getChosen(), amountDue(quote));
    }

    /** What adding a card is good for. */
    public String getWhyAdd() {
        return phrases.text("orderSummary.addMethod.why");
    }

    /** What a way to pay means for this order. */
    public String about(Collection way) {
        String key = "collection." + way.word() + ".about";
        return order.isOnce() ? phrases.textOr(key + ".once", phrases.text(key)) : phrases.text(key);
    }

    /** What comes after the first payment. */
    public String getNext() {
        QuoteView quote = Objects.requireNonNull(order.getQuote());
        boolean transfer = ways.isTransfer(getChosen(), amountDue(quote));
        String key = (transfer ? "order.nextByTransfer." : "order.next.")
                + order.getPeriod().word();
        QuoteView.Next next = quote.next();
        if (next == null) {
            return afterOnce(key, quote);
        }
        Money each = new Money(next.total(), quote.currency());
        return transfer ? phrases.text(key, each) : phrases.text(key, each, next.at());
    }

    /** What is paid once has no next payment, but its updates may go on. */
    private String afterOnce(String key, QuoteView quote) {
        Long further = quote.furtherUpdates();
        return further == null ? phrases.text(key + ".only") : phrases.text(key, new Money(further, quote.currency()));
    }

    private static Money amountDue(QuoteView quote) {
        return new Money(quote.amountDue(), quote.currency());
    }
}
