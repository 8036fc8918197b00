package org.chancery.service.catalog.domain;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chancery.model.catalog.SupportLevel;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.CatalogDocument.Bound;
import org.chancery.service.catalog.CatalogDocument.InstancesEntry;
import org.chancery.service.catalog.CatalogDocument.PriceEntry;
import org.jspecify.annotations.Nullable;

/** Checks of the values that plans and add-ons have in common: prices, limits, instances, support. */
final class ValueChecks {

    private final Faults faults;

    ValueChecks(Faults faults) {
        this.faults = faults;
    }

    /** @param allowed which periods make sense here */
    void prices(String path, @Nullable List<PriceEntry> written, Predicate<BillingPeriod> allowed) {
        Set<List<Object>> seen = new HashSet<>();
        List<PriceEntry> prices = faults.elements(path, written, CatalogBounds.PRICES);
        for (int i = 0; i < prices.size(); i++) {
            String place = path + "[" + i + "]";
            faults.required(place, prices.get(i)).ifPresent(price -> price(place, price, allowed, seen));
        }
    }

    private void price(String path, PriceEntry price, Predicate<BillingPeriod> allowed, Set<List<Object>> seen) {
        Optional<Currency> currency = faults.required(path + ".currency", price.currency())
                .flatMap(code -> faults.word(
                        path + ".currency", code, ValueChecks::currencyOf, "is an ISO 4217 code such as EUR"));
        Optional<BillingPeriod> period = faults.required(path + ".period", price.period())
                .flatMap(word -> faults.word(path + ".period", word, BillingPeriod::ofWord, "is month, year or once"));
        period.filter(allowed.negate())
                .ifPresent(other -> faults.add(
                        path + ".period", "not-allowed", "subscriptions are paid by month or year, others once"));
        faults.required(path + ".amount", price.amount());
        faults.range(path + ".amount", price.amount(), 0, CatalogBounds.AMOUNT);
        if (currency.isPresent() && period.isPresent() && !seen.add(List.of(currency.get(), period.get()))) {
            faults.add(path, "duplicate", "there is a price in this currency and period already");
        }
    }

    private static Optional<Currency> currencyOf(String code) {
        try {
            // Without minor units (gold, test codes) it is not a currency one can pay in.
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    void limits(String path, @Nullable Map<String, Bound> limits) {
        if (limits == null) {
            return;
        }
        if (limits.size() > CatalogBounds.CODES) {
            faults.add(path, "length", "has at most " + CatalogBounds.CODES + " elements");
            return;
        }
        limits.forEach((code, bound) -> {
            if (!Faults.CODE.matcher(code).matches()) {
                faults.add(path, "form", "codes of limits must match " + Faults.CODE.pattern());
            } else {
                faults.required(path + "." + code, bound).ifPresent(written -> limit(path + "." + code, written));
            }
        });
    }

    private void limit(String path, Bound bound) {
        boolean sound = bound.limit()
                .map(limit -> limit.isUnlimited() || limit.allows(0) && !exceeds(limit.number()))
                .orElse(false);
        if (!sound) {
            faults.add(path, "range", "is a whole number from 0 to " + CatalogBounds.LIMIT + " or \"unlimited\"");
        }
    }

    private static boolean exceeds(@Nullable Long number) {
        return number != null && number > CatalogBounds.LIMIT;
    }

    void instances(String path, @Nullable InstancesEntry instances, int max) {
        if (instances != null) {
            faults.range(path + ".production", instances.production(), 0, max);
            faults.range(path + ".development", instances.development(), 0, max);
        }
    }

    void support(String path, @Nullable String support) {
        faults.word(path, support, SupportLevel::ofWord, "is community, business-hours, priority or extended");
    }
}
