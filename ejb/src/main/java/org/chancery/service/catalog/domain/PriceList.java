package org.chancery.service.catalog.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.chancery.model.addon.AddOn;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.Price;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.catalog.CatalogRefusal;

/** Prices a choice of plan and add-ons of one product, or refuses it with the reason. */
public final class PriceList {

    private final ProductShelf shelf;

    public PriceList(ProductShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * What the choice costs per period.
     *
     * @throws InvalidRequestException naming {@code plan} or {@code addOns.<code>} when there is no such thing, or a
     *     quantity below zero
     * @throws DomainException with a {@link CatalogRefusal} when the choice is not for sale
     */
    public Offer offer(OfferRequest request) {
        Plan plan = requirePlan(request);
        requireSold(plan, request.holding());
        Map<String, Integer> quantities = quantities(plan, request.addOns());
        List<OfferItem> items = new ArrayList<>();
        items.add(planItem(plan, request));
        for (AddOn addOn : shelf.addOns()) {
            int quantity = quantities.getOrDefault(addOn.code(), 0);
            if (quantity > 0) {
                requireAllowed(plan, addOn, quantity, request.holding());
                requireRequired(addOn, quantities, request.holding());
                addOnItem(plan, addOn, quantity - shelf.included(plan, addOn), request)
                        .ifPresent(items::add);
            }
        }
        return new Offer(
                shelf.product().id(),
                plan.id(),
                plan.code(),
                plan.kind(),
                request.period(),
                request.currency(),
                items,
                quantities);
    }

    /** The quantities that the wanted ones come to under the plan: never less than it includes, without zeros. */
    public Map<String, Integer> quantities(Plan plan, Map<String, Integer> wanted) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        for (AddOn addOn : shelf.addOns()) {
            int quantity = Math.max(wanted.getOrDefault(addOn.code(), 0), shelf.includedInOrders(plan, addOn));
            if (quantity > 0) {
                quantities.put(addOn.code(), quantity);
            }
        }
        return quantities;
    }

    private Plan requirePlan(OfferRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Plan> plan = shelf.plan(request.plan());
        if (plan.isEmpty()) {
            errors.add(new FieldError("plan", "unknown", "the product has no such plan"));
        }
        request.addOns().keySet().stream().sorted().forEach(code -> {
            if (shelf.addOn(code).isEmpty()) {
                errors.add(new FieldError("addOns." + code, "unknown", "the product has no such add-on"));
            } else if (request.addOns().getOrDefault(code, 0) < 0) {
                errors.add(new FieldError("addOns." + code, "range", "must not be below zero"));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return plan.orElseThrow();
    }

    private void requireSold(Plan plan, Holding holding) {
        boolean sold = shelf.product().isSold() && plan.isSold();
        if (!sold && !plan.id().equals(holding.planId())) {
            throw new DomainException(
                    CatalogRefusal.PLAN_NOT_SOLD, "Plan " + plan.code() + " is retired", Map.of("plan", plan.code()));
        }
    }

    private void requireAllowed(Plan plan, AddOn addOn, int quantity, Holding holding) {
        boolean held = plan.id().equals(holding.planId()) && quantity <= holding.quantityOf(addOn.code());
        if (held) {
            return; // keeps what it has, though the plan may offer less of it by now
        }
        AddOnAllowance allowance = shelf.allowance(plan, addOn)
                .filter(candidate -> candidate.isSold() && addOn.isSold())
                .orElseThrow(() -> new DomainException(
                        CatalogRefusal.ADDON_NOT_ALLOWED,
                        "Plan " + plan.code() + " takes no " + addOn.code(),
                        Map.of("addOn", addOn.code())));
        if (quantity > allowance.max()) {
            throw new DomainException(
                    CatalogRefusal.ADDON_OVER_MAX,
                    quantity + " of " + addOn.code() + ", at most " + allowance.max(),
                    Map.of("addOn", addOn.code(), "max", allowance.max()));
        }
    }

    private void requireRequired(AddOn addOn, Map<String, Integer> quantities, Holding holding) {
        int quantity = quantities.getOrDefault(addOn.code(), 0);
        for (String required : addOn.requires()) {
            int there = quantities.getOrDefault(required, 0);
            boolean held = quantity <= holding.quantityOf(addOn.code()) && there >= holding.quantityOf(required);
            if (there < quantity && !held) {
                throw new DomainException(
                        CatalogRefusal.ADDON_REQUIRES,
                        quantity + " of " + addOn.code() + " with " + there + " of " + required,
                        Map.of("addOn", addOn.code(), "requires", required, "quantity", quantity));
            }
        }
    }

    private OfferItem planItem(Plan plan, OfferRequest request) {
        List<Price> candidates = pricesFor(request, price -> price.addOnId() == null && isUnder(plan, price));
        Price price = heldOrSold(candidates, request.holding()).orElseThrow(() -> noPrice(plan.code(), request));
        return new OfferItem(OfferItem.Kind.PLAN, plan.code(), plan.name(), 1, price.money(), price.id());
    }

    private Optional<OfferItem> addOnItem(Plan plan, AddOn addOn, int paid, OfferRequest request) {
        if (paid <= 0) {
            return Optional.empty();
        }
        Price price = addOnPrice(plan, addOn, request).orElseThrow(() -> noPrice(addOn.code(), request));
        return Optional.of(
                new OfferItem(OfferItem.Kind.ADD_ON, addOn.code(), addOn.name(), paid, price.money(), price.id()));
    }

    /** The plan's own price of the add-on goes before the add-on's, except for those who hold the latter here. */
    private Optional<Price> addOnPrice(Plan plan, AddOn addOn, OfferRequest request) {
        List<Price> own = pricesFor(request, price -> addOn.id().equals(price.addOnId()) && price.planId() == null);
        if (plan.id().equals(request.holding().planId())) {
            Optional<Price> held = held(own, request.holding());
            if (held.isPresent()) {
                return held;
            }
        }
        List<Price> underPlan = pricesFor(request, price -> addOn.id().equals(price.addOnId()) && isUnder(plan, price));
        return heldOrSold(underPlan, request.holding()).or(() -> heldOrSold(own, request.holding()));
    }

    private static boolean isUnder(Plan plan, Price price) {
        return Objects.equals(price.planId(), plan.id());
    }

    private List<Price> pricesFor(OfferRequest request, Predicate<Price> owner) {
        return shelf.prices().stream()
                .filter(price -> price.billingPeriod() == request.period()
                        && price.money().currency().equals(request.currency()))
                .filter(owner)
                .toList();
    }

    private static Optional<Price> held(List<Price> candidates, Holding holding) {
        return candidates.stream()
                .filter(price -> holding.priceIds().contains(price.id()))
                .findFirst();
    }

    private static Optional<Price> heldOrSold(List<Price> candidates, Holding holding) {
        return held(candidates, holding)
                .or(() -> candidates.stream().filter(Price::isSold).findFirst());
    }

    private static DomainException noPrice(String code, OfferRequest request) {
        return new DomainException(
                CatalogRefusal.NO_PRICE,
                code + " has no price in " + request.currency() + " per " + request.period(),
                Map.of(
                        "item",
                        code,
                        "currency",
                        request.currency().getCurrencyCode(),
                        "period",
                        request.period().word()));
    }
}
