package org.chancery.service.catalog;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.addon.AddOn;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.addon.AddOns;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.catalog.Price;
import org.chancery.model.catalog.Products;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.AllowanceEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.PriceEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.chancery.service.catalog.domain.CatalogTerms;
import org.chancery.service.catalog.domain.ProductShelf;
import org.jspecify.annotations.Nullable;

/** Makes one stored product say what its entry in a canonical document says. Its three steps go in this order. */
final class ProductReplacement {

    private final ProductEntry entry;
    private final ProductShelf shelf;
    private final Products products;
    private final AddOns addOns;
    private final Ids ids;
    private final Instant now;
    private final Map<String, Plan> soldPlans = new HashMap<>();
    private final Map<String, AddOn> soldAddOns = new HashMap<>();

    ProductReplacement(ProductEntry entry, ProductShelf shelf, Products products, AddOns addOns, Ids ids, Instant now) {
        this.entry = entry;
        this.shelf = shelf;
        this.products = products;
        this.addOns = addOns;
        this.ids = ids;
        this.now = now;
    }

    void plansAndAddOns() {
        for (PlanEntry plan : planEntries()) {
            soldPlans.put(requireNonNull(plan.code()), plan(plan, soldPlans.size()));
        }
        for (AddOnEntry addOn : addOnEntries()) {
            soldAddOns.put(requireNonNull(addOn.code()), addOn(addOn, soldAddOns.size()));
        }
        shelf.plans().stream()
                .filter(plan -> !soldPlans.containsKey(plan.code()))
                .forEach(plan -> plan.retire(now));
        shelf.addOns().stream()
                .filter(addOn -> !soldAddOns.containsKey(addOn.code()))
                .forEach(addOn -> addOn.retire(now));
    }

    private Plan plan(PlanEntry written, int place) {
        String code = requireNonNull(written.code());
        Optional<Plan> existing = shelf.plan(code);
        if (existing.isPresent()) {
            existing.get().sell(CatalogTerms.of(written, place));
            return existing.get();
        }
        PlanKind kind = PlanKind.ofWord(requireNonNull(written.kind())).orElseThrow();
        Plan plan = new Plan(ids.next(), shelf.product(), code, kind, CatalogTerms.of(written, place));
        products.add(plan);
        return plan;
    }

    private AddOn addOn(AddOnEntry written, int place) {
        String code = requireNonNull(written.code());
        Optional<AddOn> existing = shelf.addOn(code);
        if (existing.isPresent()) {
            existing.get().sell(CatalogTerms.of(written, place));
            return existing.get();
        }
        AddOn addOn = new AddOn(ids.next(), shelf.product().id(), code, CatalogTerms.of(written, place));
        addOns.add(addOn);
        return addOn;
    }

    void allowances() {
        Set<AddOnAllowance> kept = new HashSet<>();
        for (PlanEntry plan : planEntries()) {
            int place = 0;
            for (AllowanceEntry allowance : allowancesOf(plan)) {
                kept.add(allowance(planOf(plan), allowance, place++));
            }
        }
        shelf.allowances().stream()
                .filter(allowance -> !kept.contains(allowance))
                .forEach(allowance -> allowance.retire(now));
    }

    private AddOnAllowance allowance(Plan plan, AllowanceEntry written, int place) {
        AddOn addOn = addOnOf(written.code());
        int included = requireNonNull(written.included());
        int max = requireNonNull(written.max());
        Optional<AddOnAllowance> existing = shelf.allowance(plan, addOn);
        if (existing.isPresent()) {
            existing.get().allow(included, max, place);
            return existing.get();
        }
        AddOnAllowance allowance = new AddOnAllowance(ids.next(), plan.id(), addOn, included, max, place);
        addOns.add(allowance);
        return allowance;
    }

    void prices() {
        List<Price> left = new ArrayList<>(shelf.prices());
        for (PlanEntry plan : planEntries()) {
            UUID planId = planOf(plan).id();
            prices(planId, null, requireNonNull(plan.prices()), left);
            for (AllowanceEntry allowance : allowancesOf(plan)) {
                UUID addOnId = addOnOf(allowance.code()).id();
                prices(planId, addOnId, requireNonNullElse(allowance.prices(), List.of()), left);
            }
        }
        for (AddOnEntry addOn : addOnEntries()) {
            prices(null, addOnOf(addOn.code()).id(), requireNonNull(addOn.prices()), left);
        }
        left.forEach(price -> price.retire(now));
    }

    /** Takes from {@code left} what stays; a price of another amount is a new price. */
    private void prices(@Nullable UUID planId, @Nullable UUID addOnId, List<PriceEntry> written, List<Price> left) {
        List<Price> sold = shelf.soldPrices(planId, addOnId);
        for (int place = 0; place < written.size(); place++) {
            PriceEntry price = written.get(place);
            Money money = Money.ofMinor(requireNonNull(price.amount()), requireNonNull(price.currency()));
            BillingPeriod period =
                    BillingPeriod.ofWord(requireNonNull(price.period())).orElseThrow();
            Optional<Price> same = sold.stream()
                    .filter(candidate -> candidate.money().equals(money) && candidate.billingPeriod() == period)
                    .findFirst();
            if (same.isPresent()) {
                left.remove(same.get());
                same.get().moveTo(place);
            } else {
                Price added = new Price(ids.next(), shelf.product(), planId, addOnId, money, period, now);
                added.moveTo(place);
                products.add(added);
            }
        }
    }

    private Plan planOf(PlanEntry written) {
        return requireNonNull(soldPlans.get(requireNonNull(written.code())));
    }

    private AddOn addOnOf(@Nullable String code) {
        return requireNonNull(soldAddOns.get(requireNonNull(code)));
    }

    private List<PlanEntry> planEntries() {
        return requireNonNull(entry.plans());
    }

    private List<AddOnEntry> addOnEntries() {
        return requireNonNull(entry.addOns());
    }

    private static List<AllowanceEntry> allowancesOf(PlanEntry plan) {
        return requireNonNull(plan.addOns());
    }
}
