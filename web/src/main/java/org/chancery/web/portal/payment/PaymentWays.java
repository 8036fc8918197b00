package org.chancery.web.portal.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.Collection;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.web.portal.component.BankAccount;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** The ways in which whatever is about to be ordered can be paid, and what each of them means. */
@RequestScoped
public class PaymentWays {

    @Inject
    private Methods methods;

    @Inject
    private Onward onward;

    @Inject
    private BankAccount bank;

    @Inject
    private Phrases phrases;

    @Inject
    private Clock clock;

    /** The ways that work right now; a card has to be there before it can be charged. */
    public List<Collection> open() {
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
    public @Nullable Collection choose(@Nullable Collection wanted) {
        List<Collection> ways = open();
        if (ways.isEmpty() || ways.contains(wanted)) {
            return ways.isEmpty() ? null : wanted;
        }
        return ways.get(0);
    }

    /** True when a charge would be possible if only there were a card. */
    public boolean isMethodMissing() {
        return methods.isOffered() && methods.getDefault() == null;
    }

    /** The id of what would be charged; empty when there is nothing. */
    public String methodId() {
        PaymentMethodView method = methods.getDefault();
        return method == null ? "" : method.id().toString();
    }

    /** Where a card is added; leads back to the page that needs it. */
    public String addAddress(String page) {
        return onward.addFor(page);
    }

    /** Where another method is chosen, or added when there is but one; leads back too. */
    public String otherAddress(String page) {
        return methods.isSeveral() ? onward.listFor(page) : onward.addFor(page);
    }

    /** "Due today", or by when a transfer has to arrive. */
    public String dueLabel(@Nullable Collection way, Money due) {
        return isTransfer(way, due) ? phrases.text("order.dueBy", transferDue()) : phrases.text("order.dueToday");
    }

    /**
     * What the button will do: how much, from where, when.
     *
     * @param act which button, as for {@link Methods#announce}
     */
    public String announcement(String act, @Nullable Collection way, Money due) {
        if (way == null) {
            return "";
        }
        if (!due.isPositive()) {
            return phrases.text("orderSummary.nothing");
        }
        return way == Collection.WIRE
                ? phrases.text("orderSummary.transfer", due, transferDue())
                : methods.announce(act, Objects.requireNonNull(methods.getDefault()), due, clock.instant());
    }

    /** True when money has to be transferred. */
    public boolean isTransfer(@Nullable Collection way, Money due) {
        return way == Collection.WIRE && due.isPositive();
    }

    private Instant transferDue() {
        return clock.instant().plus(Duration.ofDays(bank.getWireDays()));
    }
}
