package org.chancery.web.api.checkout;

import java.util.Map;
import java.util.UUID;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.Choice;
import org.jspecify.annotations.Nullable;

/** An order: either a quote, or what is chosen; and how it is paid. */
public record OrderRequest(
        @Nullable UUID quote,
        @Nullable UUID account,
        @Nullable String product,
        @Nullable String plan,
        @Nullable String period,
        @Nullable String currency,
        @Nullable Map<String, @Nullable Integer> addOns,
        @Nullable String coupon,
        @Nullable String collection) {

    /** @throws InvalidRequestException when a quote and a choice are given at once: which of them should count? */
    void requireConsistent() {
        if (quote != null && !fields().choosesNothing()) {
            throw new InvalidRequestException("quote", "exclusive", "A quote takes the place of the other fields");
        }
    }

    Choice toChoice() {
        return fields().toChoice();
    }

    Collection toCollection() {
        if (collection == null) {
            throw new InvalidRequestException("collection", "required", "charge or wire");
        }
        return Collection.ofWord(collection)
                .orElseThrow(() -> new InvalidRequestException("collection", "form", "charge or wire"));
    }

    private ChoiceFields fields() {
        return new ChoiceFields(account, product, plan, period, currency, addOns, coupon);
    }
}
