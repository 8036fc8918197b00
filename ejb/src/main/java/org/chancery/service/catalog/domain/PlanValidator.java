package org.chancery.service.catalog.domain;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.catalog.PlanKind;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.AllowanceEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.PriceEntry;
import org.jspecify.annotations.Nullable;

/** Checks the plans of one product. */
final class PlanValidator {

    private final Faults faults;
    private final ValueChecks values;
    private final List<AddOnEntry> addOns;
    private final Map<String, PlanKind> existingKinds;

    PlanValidator(Faults faults, List<AddOnEntry> addOns, Map<String, PlanKind> existingKinds) {
        this.faults = faults;
        this.values = new ValueChecks(faults);
        this.addOns = addOns;
        this.existingKinds = existingKinds;
    }

    void plan(String path, PlanEntry plan, Set<String> codes) {
        faults.uniqueCode(path + ".code", plan.code(), codes);
        faults.name(path + ".name", plan.name());
        @Nullable PlanKind kind = kind(path + ".kind", plan);
        values.support(path + ".support", plan.support());
        faults.range(
                path + ".leaseSeconds",
                plan.leaseSeconds(),
                CatalogBounds.MIN_LEASE_SECONDS,
                CatalogBounds.MAX_LEASE_SECONDS);
        faults.range(path + ".trialDays", plan.trialDays(), 0, CatalogBounds.TRIAL_DAYS);
        values.limits(path + ".limits", plan.limits());
        values.instances(path + ".instances", plan.instances(), CatalogBounds.PLAN_INSTANCES);
        faults.codes(path + ".features", plan.features(), CatalogBounds.CODES);
        faults.range(path + ".updatesRenewalPercent", plan.updatesRenewalPercent(), 0, 100);
        if (kind != null) {
            termsOfOneKind(path, plan, kind);
        }
        faults.required(path + ".prices", plan.prices());
        values.prices(path + ".prices", plan.prices(), period -> kind == null || kind.isPaidBy(period));
        allowances(path + ".addOns", plan, kind);
    }

    private @Nullable PlanKind kind(String path, PlanEntry plan) {
        Optional<PlanKind> kind = faults.required(path, plan.kind())
                .flatMap(word -> faults.word(path, word, PlanKind::ofWord, "is subscription or perpetual"));
        @Nullable PlanKind existing = existingKinds.get(requireNonNullElse(plan.code(), ""));
        if (kind.isPresent() && existing != null && existing != kind.get()) {
            faults.add(path, "kind-changed", "the plan exists as " + existing.word() + ": use another code");
        }
        return kind.orElse(null);
    }

    private void termsOfOneKind(String path, PlanEntry plan, PlanKind kind) {
        if (kind == PlanKind.SUBSCRIPTION && plan.updatesRenewalPercent() != null) {
            faults.add(path + ".updatesRenewalPercent", "not-allowed", "is for perpetual plans only");
        }
        if (kind == PlanKind.PERPETUAL && requireNonNullElse(plan.trialDays(), 0) > 0) {
            faults.add(path + ".trialDays", "not-allowed", "is for subscription plans only");
        }
    }

    private void allowances(String path, PlanEntry plan, @Nullable PlanKind kind) {
        Set<String> seen = new HashSet<>();
        List<AllowanceEntry> allowances = faults.elements(path, plan.addOns(), CatalogBounds.ADD_ONS);
        for (int i = 0; i < allowances.size(); i++) {
            String place = path + "[" + i + "]";
            faults.required(place, allowances.get(i)).ifPresent(allowance -> {
                allowance(place, allowance, kind, seen);
                knownAddOn(place, allowance, plan);
            });
        }
    }

    private void allowance(String path, AllowanceEntry allowance, @Nullable PlanKind kind, Set<String> seen) {
        faults.uniqueCode(path + ".code", allowance.code(), seen);
        faults.range(path + ".included", allowance.included(), 0, CatalogBounds.UNITS);
        faults.range(path + ".max", allowance.max(), 0, CatalogBounds.UNITS);
        if (included(allowance) > max(allowance)) {
            faults.add(path + ".included", "range", "must not be more than max, which is " + max(allowance));
        }
        values.prices(path + ".prices", allowance.prices(), period -> kind == null || kind.isPaidBy(period));
    }

    private static int included(AllowanceEntry allowance) {
        return requireNonNullElse(allowance.included(), 0);
    }

    private static int max(AllowanceEntry allowance) {
        return requireNonNullElse(allowance.max(), AddOnAllowance.DEFAULT_MAX);
    }

    private void knownAddOn(String path, AllowanceEntry allowance, PlanEntry plan) {
        if (allowance.code() == null || !Faults.CODE.matcher(allowance.code()).matches()) {
            return; // said already
        }
        Optional<AddOnEntry> addOn = addOns.stream()
                .filter(Objects::nonNull)
                .filter(entry -> allowance.code().equals(entry.code()))
                .findFirst();
        if (addOn.isEmpty()) {
            faults.add(path + ".code", "unknown", "the product has no such add-on");
        } else if (max(allowance) > included(allowance) && !canBePaid(plan, allowance, addOn.get())) {
            faults.add(path, "no-price", "the add-on has no price in a currency and period of this plan");
        }
    }

    private static boolean canBePaid(PlanEntry plan, AllowanceEntry allowance, AddOnEntry addOn) {
        List<PriceEntry> planPrices = sound(plan.prices()).toList();
        return planPrices.isEmpty()
                || Stream.concat(sound(allowance.prices()), sound(addOn.prices()))
                        .anyMatch(price -> planPrices.stream().anyMatch(own -> sameCurrencyAndPeriod(own, price)));
    }

    private static Stream<PriceEntry> sound(@Nullable List<PriceEntry> prices) {
        return requireNonNullElse(prices, List.<PriceEntry>of()).stream().filter(Objects::nonNull);
    }

    private static boolean sameCurrencyAndPeriod(PriceEntry one, PriceEntry other) {
        return Objects.equals(one.currency(), other.currency()) && Objects.equals(one.period(), other.period());
    }
}
