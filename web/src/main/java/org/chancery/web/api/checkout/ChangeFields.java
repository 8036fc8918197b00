package org.chancery.web.api.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.checkout.ChangeWish;
import org.jspecify.annotations.Nullable;

/** The fields of a change, read into a wish; all that is unreadable is named at once. */
record ChangeFields(
        @Nullable String plan,
        @Nullable String period,
        @Nullable Map<String, @Nullable Integer> addOns,
        @Nullable String when,
        @Nullable String invoice) {

    /** True when nothing is wished here. */
    boolean wishesNothing() {
        return plan == null && period == null && addOns == null && when == null && invoice == null;
    }

    ChangeWish toWish(UUID subscription) {
        List<FieldError> errors = new ArrayList<>();
        ChangeWish wish = new ChangeWish(
                subscription,
                plan,
                word("period", period, BillingPeriod::ofWord, "month or year", errors),
                ChoiceFields.quantities(addOns, errors),
                word("when", when, ChangeTiming::ofWord, "now or period_end", errors),
                word("invoice", invoice, ChangeInvoicing::ofWord, "now or next", errors));
        if (plan == null && period == null && wish.addOns().isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("plan", "required", "Name a plan, a period or add-ons"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return wish;
    }

    static <T> @Nullable T word(
            String field,
            @Nullable String text,
            Function<String, Optional<T>> reader,
            String expected,
            List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        Optional<T> read = reader.apply(text);
        if (read.isEmpty()) {
            errors.add(new FieldError(field, "form", expected));
        }
        return read.orElse(null);
    }
}
