package org.chancery.web.portal.order;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.model.catalog.Limit;
import org.chancery.model.money.Money;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.AllowanceEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.PriceEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.jspecify.annotations.Nullable;

/** The catalog as a customer walks through it: what there is to choose, with prices in one currency. */
public final class Shop {

    private static final int USUAL_MAX = 100;
    private static final int MONTHS = 12;

    private final CatalogDocument catalog;
    private final Currency currency;

    public Shop(CatalogDocument catalog, Currency currency) {
        this.catalog = catalog;
        this.currency = currency;
    }

    /** Those with a plan that has a price in the currency. */
    public List<ProductEntry> products() {
        return list(catalog.products()).stream()
                .filter(product -> cards(product).findAny().isPresent())
                .toList();
    }

    public Optional<ProductEntry> product(@Nullable String code) {
        return list(catalog.products()).stream()
                .filter(product -> text(product.code()).equals(code))
                .findFirst();
    }

    /** The plans of a product that are paid by the month or year, in the currency. */
    public List<PlanCard> plans(@Nullable String product) {
        return cards(product).filter(card -> !card.isPerpetual()).toList();
    }

    /** The plans of a product that are paid once, in the currency. */
    public List<PlanCard> perpetuals(@Nullable String product) {
        return cards(product).filter(PlanCard::isPerpetual).toList();
    }

    public Optional<PlanCard> plan(@Nullable String product, @Nullable String code) {
        return cards(product).filter(card -> card.code().equals(code)).findFirst();
    }

    /** The periods in which anything of a product is sold, in their order. */
    public List<BillingPeriod> periods(@Nullable String product) {
        return cards(product).flatMap(PlanCard::periods).distinct().sorted().toList();
    }

    /** True when any product has a perpetual license for sale. */
    public boolean isSellingPerpetuals() {
        return list(catalog.products()).stream().flatMap(this::cards).anyMatch(PlanCard::isPerpetual);
    }

    private Stream<PlanCard> cards(@Nullable String product) {
        return product(product).stream().flatMap(this::cards);
    }

    private Stream<PlanCard> cards(ProductEntry product) {
        return list(product.plans()).stream()
                .map(this::card)
                .filter(card -> card.periods().findAny().isPresent());
    }

    private PlanCard card(PlanEntry plan) {
        return new PlanCard(
                text(plan.code()),
                text(plan.name()),
                price(plan.prices(), BillingPeriod.MONTH),
                price(plan.prices(), BillingPeriod.YEAR),
                price(plan.prices(), BillingPeriod.ONCE),
                plan.updatesRenewalPercent(),
                limits(plan),
                plan.instances() == null ? 0 : count(plan.instances().production()),
                plan.instances() == null ? 0 : count(plan.instances().development()),
                plan.support());
    }

    /** What the plan may take, priced per unit; empty when it takes nothing. */
    public List<AddOnChoice> addOns(@Nullable String product, @Nullable String plan, BillingPeriod period) {
        List<AddOnChoice> choices = new ArrayList<>();
        List<AddOnEntry> sold =
                product(product).map(entry -> list(entry.addOns())).orElse(List.of());
        for (AllowanceEntry allowance : allowances(product, plan)) {
            sold.stream()
                    .filter(addOn -> text(addOn.code()).equals(allowance.code()))
                    .forEach(addOn -> choice(addOn, allowance, sold, period).ifPresent(choices::add));
        }
        return choices;
    }

    /** How many months a year saves on every plan; 0 when it saves less than one, or not on all of them. */
    public int monthsFree(@Nullable String product) {
        return plans(product).stream().mapToInt(Shop::monthsFree).min().orElse(0);
    }

    private static int monthsFree(PlanCard card) {
        if (card.month() == null || card.year() == null || !card.month().isPositive()) {
            return 0;
        }
        long saved = card.month().multiply(MONTHS).subtract(card.year()).minor();
        return (int) Math.max(0, saved / card.month().minor());
    }

    private Optional<AddOnChoice> choice(
            AddOnEntry addOn, AllowanceEntry allowance, List<AddOnEntry> sold, BillingPeriod period) {
        Money own = price(allowance.prices(), period);
        Money price = own == null ? price(addOn.prices(), period) : own;
        if (price == null) {
            return Optional.empty();
        }
        List<String> required = list(addOn.requires()).stream()
                .flatMap(code -> sold.stream().filter(other -> code.equals(other.code())))
                .map(other -> text(other.name()))
                .toList();
        return Optional.of(new AddOnChoice(
                text(addOn.code()),
                text(addOn.name()),
                price,
                count(allowance.included()),
                allowance.max() == null ? USUAL_MAX : allowance.max(),
                required));
    }

    private List<AllowanceEntry> allowances(@Nullable String product, @Nullable String plan) {
        return product(product).stream()
                .flatMap(entry -> list(entry.plans()).stream())
                .filter(entry -> text(entry.code()).equals(plan))
                .flatMap(entry -> list(entry.addOns()).stream())
                .toList();
    }

    private static List<PlanCard.Allowance> limits(PlanEntry plan) {
        Map<String, CatalogDocument.Bound> limits = plan.limits();
        if (limits == null) {
            return List.of();
        }
        return limits.entrySet().stream()
                .map(e -> new PlanCard.Allowance(
                        e.getKey(), e.getValue().limit().map(Limit::number).orElse(null)))
                .toList();
    }

    private @Nullable Money price(@Nullable List<PriceEntry> prices, BillingPeriod period) {
        return list(prices).stream()
                .filter(price -> currency.getCurrencyCode().equals(price.currency())
                        && period.word().equals(price.period()))
                .map(PriceEntry::amount)
                .flatMap(amount -> Optional.ofNullable(amount).stream())
                .map(amount -> new Money(amount, currency))
                .findFirst()
                .orElse(null);
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
