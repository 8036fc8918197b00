package org.chancery.service.checkout.domain;

import java.util.stream.Collectors;
import org.chancery.model.money.Money;
import org.chancery.service.catalog.domain.Offer;

/**
 * What an order comes to: lines, minus discount, plus tax, minus credit is the amount due.
 *
 * @param next what each further period costs, before credit
 */
public record OrderAmounts(
        Offer offer, Money subtotal, Money discount, Money tax, Money total, Money creditApplied, Money next) {

    /** @param availableCredit what the account could use, never negative */
    public static OrderAmounts of(Offer offer, Money availableCredit) {
        Money subtotal = offer.subtotal();
        Money none = Money.zero(offer.currency());
        Money total = subtotal.subtract(none).add(none);
        return new OrderAmounts(offer, subtotal, none, none, total, availableCredit.min(total), total);
    }

    public Money amountDue() {
        return total.subtract(creditApplied);
    }

    /** A text that differs whenever a price or an amount does. */
    public String mark() {
        return offer.items().stream()
                .map(item -> item.priceId() + "*" + item.quantity())
                .collect(Collectors.joining(
                        ",",
                        "",
                        "|" + discount.minor() + "|" + tax.minor() + "|" + creditApplied.minor() + "|"
                                + amountDue().minor()));
    }
}
