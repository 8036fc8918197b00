package org.chancery.web.api.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.checkout.Choice;
import org.jspecify.annotations.Nullable;

/** The fields that quotes and orders share, read into a choice; all that is missing or unreadable is named at once. */
record ChoiceFields(
        @Nullable UUID account,
        @Nullable String product,
        @Nullable String plan,
        @Nullable String period,
        @Nullable String currency,
        @Nullable Map<String, @Nullable Integer> addOns,
        @Nullable String coupon) {

    private static final int MAX_ADD_ONS = 100;

    /** True when nothing is chosen here; the account may be named beside a quote. */
    boolean choosesNothing() {
        return product == null
                && plan == null
                && period == null
                && currency == null
                && addOns == null
                && coupon == null;
    }

    Choice toChoice() {
        List<FieldError> errors = new ArrayList<>();
        String productCode = required("product", product, errors);
        String planCode = required("plan", plan, errors);
        BillingPeriod billingPeriod = periodOf(errors);
        Map<String, Integer> quantities = quantities(addOns, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return new Choice(account, productCode, planCode, billingPeriod, currency, quantities, coupon);
    }

    private BillingPeriod periodOf(List<FieldError> errors) {
        Optional<BillingPeriod> word = BillingPeriod.ofWord(required("period", period, errors));
        if (period != null && word.isEmpty()) {
            errors.add(new FieldError("period", "form", "month or year"));
        }
        return word.orElse(BillingPeriod.MONTH);
    }

    /** The quantities alone, as a change names them. */
    static Map<String, Integer> quantities(@Nullable Map<String, @Nullable Integer> addOns, List<FieldError> errors) {
        if (addOns == null) {
            return Map.of();
        }
        if (addOns.size() > MAX_ADD_ONS) {
            errors.add(new FieldError("addOns", "length", "At most " + MAX_ADD_ONS + " add-ons"));
            return Map.of();
        }
        Map<String, Integer> quantities = new TreeMap<>();
        addOns.forEach((code, quantity) -> {
            if (quantity == null) {
                errors.add(new FieldError("addOns." + code, "required", "A quantity is a whole number"));
            } else {
                quantities.put(code, quantity);
            }
        });
        return quantities;
    }

    private static String required(String field, @Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            errors.add(new FieldError(field, "required", "This field is required"));
            return "";
        }
        return text;
    }
}
