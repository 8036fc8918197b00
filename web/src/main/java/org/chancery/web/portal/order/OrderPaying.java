package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.QuoteView;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.web.portal.component.BankAccount;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.payment.Methods;
import org.chancery.web.portal.payment.Onward;
import org.jspecify.annotations.Nullable;

/** How an order can be paid, and when what will be due. */
@Named
@RequestScoped
public class OrderPaying {

    @Inject
    private OrderJourney order;

    @Inject
    private Methods methods;

    @Inject
    private BankAccount bank;

    @Inject
    private Onward onward;

    @Inject
    private Phrases phrases;

    @Inject
    private Clock clock;

    /** The ways that work right now; a card has to be there before it can be charged. */
    public List<Collection> getWays() {
        List<Collection> ways = new ArrayList<>();
        if (methods.isOffered() && methods.getDefault() != null) {
            ways.add(Collection.CHARGE);
        }
        if (bank.isKnown()) {
            ways.add(Collection.WIRE);
        }
        return ways;
    }

    /** What was chosen while it works, else the first way that does; null when there is none. */
    public @Nullable Collection getChosen() {
        List<Collection> ways = getWays();
        Collection wanted = order.draft().collection();
        if (ways.isEmpty() || ways.contains(wanted)) {
            return ways.isEmpty() ? null : wanted;
        }
        return ways.get(0);
    }

    public boolean isChosen(Collection way) {
        return way == getChosen();
    }

    /** True when a charge would be possible if only there were a card. */
    public boolean isMethodMissing() {
        return methods.isOffered() && methods.getDefault() == null;
    }

    /** The id of what would be charged; empty when there is nothing. */
    public String getMethodId() {
        PaymentMethodView method = methods.getDefault();
        return method == null ? "" : method.id().toString();
    }

    /** Where a card is added; leads back to this summary with all that is chosen. */
    public String getAddAddress() {
        return onward.addFor(summaryByCharge());
    }

    /** Where another card is chosen; leads back too. */
    public String getMethodsAddress() {
        return onward.listFor(summaryByCharge());
    }

    private String summaryByCharge() {
        return order.draft().withCollection(Collection.CHARGE).address(OrderStep.SUMMARY);
    }

    /** "Due today", or by when a transfer has to arrive. */
    public String getDueLabel() {
        return isTransfer() ? phrases.text("order.dueBy", transferDue()) : phrases.text("order.dueToday");
    }

    /** The same with the amount, to be said aloud. */
    public String getDueSaid() {
        QuoteView quote = order.getQuote();
        return quote == null ? "" : phrases.text("order.dueSaid", getDueLabel(), amountDue(quote));
    }

    /** What the button will do: how much, from where, when. */
    public String getAnnouncement() {
        QuoteView quote = order.getQuote();
        PaymentMethodView method = methods.getDefault();
        if (quote == null || getChosen() == null) {
            return "";
        }
        if (quote.amountDue() == 0) {
            return phrases.text("orderSummary.nothing");
        }
        return getChosen() == Collection.WIRE
                ? phrases.text("orderSummary.transfer", amountDue(quote), transferDue())
                : methods.announce("order", Objects.requireNonNull(method), amountDue(quote), clock.instant());
    }

    /** What a way to pay means for this order. */
    public String about(Collection way) {
        String key = "collection." + way.word() + ".about";
        return order.isOnce() ? phrases.textOr(key + ".once", phrases.text(key)) : phrases.text(key);
    }

    /** What comes after the first payment. */
    public String getNext() {
        QuoteView quote = Objects.requireNonNull(order.getQuote());
        QuoteView.Next next = quote.next();
        if (next == null) {
            return afterOnce(quote);
        }
        Money each = new Money(next.total(), quote.currency());
        String period = order.getPeriod().word();
        return isTransfer()
                ? phrases.text("order.nextByTransfer." + period, each)
                : phrases.text("order.next." + period, each, next.at());
    }

    /** What is paid once has no next payment, but its updates may go on. */
    private String afterOnce(QuoteView quote) {
        String key = isTransfer() ? "order.nextByTransfer.once" : "order.next.once";
        Long further = quote.furtherUpdates();
        return further == null ? phrases.text(key + ".only") : phrases.text(key, new Money(further, quote.currency()));
    }

    private boolean isTransfer() {
        QuoteView quote = order.getQuote();
        return getChosen() == Collection.WIRE && quote != null && quote.amountDue() > 0;
    }

    private Instant transferDue() {
        return clock.instant().plus(Duration.ofDays(bank.getWireDays()));
    }

    private static Money amountDue(QuoteView quote) {
        return new Money(quote.amountDue(), quote.currency());
    }
}
