package org.chancery.web.api.checkout;

import java.util.Map;
import java.util.UUID;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.Choice;
import org.jspecify.annotations.Nullable;

/** An order of a perpetual license: either a quote, or what is chosen; and how it is paid. */
public record PerpetualOrderRequest(
        @Nullable UUID quote,
        @Nullable UUID account,
        @Nullable String product,
        @Nullable String plan,
        @Nullable String currency,
        @Nullable Map<String, @Nullable Integer> addOns,
        @Nullable String coupon,
        @Nullable String collection) {

    /** @throws InvalidRequestException when a quote and a choice are given at once: which of them should count? */
    public void requireConsistent() {
        order(null).requireConsistent();
    }

    public Choice toChoice() {
        return order("once").toChoice();
    }

    public Collection toCollection() {
        return order(null).toCollection();
    }

    private OrderRequest order(@Nullable String period) {
        return new OrderRequest(quote, account, product, plan, period, currency, addOns, coupon, collection);
    }
}
