package org.chancery.service.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.model.time.BillingPeriod.MONTH;
import static org.chancery.model.time.BillingPeriod.ONCE;
import static org.chancery.model.time.BillingPeriod.YEAR;
import static org.chancery.service.catalog.CatalogFixture.sound;
import static org.chancery.service.catalog.CatalogFixture.soundBut;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.CatalogFixture;
import org.chancery.service.catalog.CatalogRefusal;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private final CatalogFixture catalog = CatalogFixture.with(sound());

    @Test
    void the_plan_comes_first_and_only_units_beyond_the_included_ones_are_paid() {
        Offer offer = offer("basic", MONTH, Map.of("brands", 1, "users", 5, "domains", 3));
        assertThat(offer.items())
                .extracting(OfferItem::kind, OfferItem::code, OfferItem::quantity, item -> item.unitPrice()
                        .minor())
                .containsExactly(
                        tuple(OfferItem.Kind.PLAN, "basic", 1, 1000L),
                        tuple(OfferItem.Kind.ADD_ON, "users", 3, 400L),
                        tuple(OfferItem.Kind.ADD_ON, "domains", 3, 2000L),
                        tuple(OfferItem.Kind.ADD_ON, "brands", 1, 2000L));
        assertThat(offer.addOns()).isEqualTo(Map.of("users", 5, "domains", 3, "brands", 1));
        assertThat(offer.subtotal()).isEqualTo(Money.ofMinor(1000 + 3 * 400 + 3 * 2000 + 2000, "EUR"));
    }

    @Test
    void what_the_plan_includes_comes_unasked_and_unpaid() {
        for (Map<String, Integer> wanted : List.of(Map.<String, Integer>of(), Map.of("users", 0), Map.of("users", 1))) {
            Offer offer = offer("basic", MONTH, wanted);
            assertThat(offer.items()).hasSize(1);
            assertThat(offer.addOns()).isEqualTo(Map.of("users", 2));
        }
    }

    @Test
    void the_plan_s_own_price_of_an_add_on_goes_first_in_its_currency_and_period() {
        assertThat(unitPrice(offer("forever", ONCE, Map.of("users", 1)), "users"))
                .isEqualTo(5000);
        assertThat(unitPrice(offer("basic", MONTH, Map.of("users", 3)), "users"))
                .isEqualTo(400);
    }

    @Test
    void an_unknown_plan_or_add_on_is_named_as_a_field_all_at_once() {
        assertThatThrownBy(() -> offer("nothing", MONTH, Map.of("nobody", 1, "users", -1)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(
                                tuple("plan", "unknown"),
                                tuple("addOns.nobody", "unknown"),
                                tuple("addOns.users", "range")));
    }

    @Test
    void an_unknown_product_is_named_as_a_field() {
        assertThatThrownBy(() -> catalog.shelves.of("nothing"))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("product"));
        assertThatThrownBy(() -> catalog.shelves.of(new UUID(0, 0), List.of())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_add_on_that_the_plan_does_not_list_is_refused() {
        assertRefused(CatalogRefusal.ADDON_NOT_ALLOWED, "forever", ONCE, Map.of("domains", 1));
    }

    @Test
    void more_than_the_plan_allows_is_refused_and_the_bound_itself_is_not() {
        assertThat(offer("basic", MONTH, Map.of("users", 10)).items()).hasSize(2);
        assertRefused(CatalogRefusal.ADDON_OVER_MAX, "basic", MONTH, Map.of("users", 11));
        assertRefused(CatalogRefusal.ADDON_OVER_MAX, "basic", MONTH, Map.of("users", Integer.MAX_VALUE));
    }

    @Test
    void each_unit_needs_a_unit_of_what_it_requires() {
        assertRefused(CatalogRefusal.ADDON_REQUIRES, "basic", MONTH, Map.of("brands", 1));
        assertRefused(CatalogRefusal.ADDON_REQUIRES, "basic", MONTH, Map.of("brands", 2, "domains", 1));
        assertThat(offer("basic", MONTH, Map.of("brands", 2, "domains", 2)).items())
                .hasSize(3);
    }

    @Test
    void what_has_no_price_in_the_currency_and_period_is_refused() {
        assertRefused(CatalogRefusal.NO_PRICE, "basic", ONCE, Map.of());
        assertRefused(CatalogRefusal.NO_PRICE, "forever", MONTH, Map.of());
        assertRefused(CatalogRefusal.NO_PRICE, "basic", YEAR, Map.of("domains", 1));
        assertThatThrownBy(() -> price(new OfferRequest("basic", MONTH, USD, Map.of()), Set.of()))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CatalogRefusal.NO_PRICE));
    }

    @Test
    void a_retired_plan_is_refused() {
        catalog.service.replace(soundBut("/products/0/plans/1", ""));
        assertRefused(CatalogRefusal.PLAN_NOT_SOLD, "forever", ONCE, Map.of());
        catalog.service.replace(CatalogFixture.document("{\"products\":[]}"));
        assertRefused(CatalogRefusal.PLAN_NOT_SOLD, "basic", MONTH, Map.of());
    }

    @Test
    void who_has_a_price_keeps_it_when_the_catalog_asks_for_more() {
        Offer bought = offer("basic", MONTH, Map.of("domains", 1));
        catalog.service.replace(soundBut("/products/0/plans/0/prices/0/amount", "9999"));

        Offer changed = change(bought, "basic", MONTH, Map.of("domains", 5));

        assertThat(unitPrice(changed, "basic")).isEqualTo(1000);
        assertThat(unitPrice(offer("basic", MONTH, Map.of()), "basic")).isEqualTo(9999);
        assertThat(unitPrice(change(bought, "basic", YEAR, Map.of()), "basic")).isEqualTo(10000);
    }

    @Test
    void who_has_a_retired_plan_and_add_on_keeps_them_but_gets_no_more() {
        Offer bought = offer("basic", MONTH, Map.of("users", 5, "domains", 1));
        catalog.service.replace(CatalogFixture.document("{\"products\":[]}"));

        Offer kept = change(bought, "basic", MONTH, bought.addOns());

        assertThat(kept.items()).isEqualTo(bought.items());
        assertThatThrownBy(() -> change(bought, "basic", MONTH, Map.of("domains", 2)))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CatalogRefusal.ADDON_NOT_ALLOWED));
        assertThatThrownBy(() -> change(bought, "forever", ONCE, Map.of()))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CatalogRefusal.PLAN_NOT_SOLD));
    }

    @Test
    void who_holds_the_common_price_of_an_add_on_is_not_moved_to_a_later_price_of_the_plan() {
        Offer bought = offer("basic", MONTH, Map.of("domains", 1));
        catalog.service.replace(soundBut(
                "/products/0/plans/0/addOns/1/prices", "[{\"currency\":\"EUR\",\"period\":\"month\",\"amount\":7}]"));
        assertThat(unitPrice(change(bought, "basic", MONTH, Map.of("domains", 2)), "domains"))
                .isEqualTo(2000);
        assertThat(unitPrice(offer("basic", MONTH, Map.of("domains", 2)), "domains"))
                .isEqualTo(7);
    }

    @Test
    void the_units_that_are_paid_and_those_included_give_back_what_was_ordered() {
        Offer bought = offer("basic", MONTH, Map.of("users", 5, "domains", 1));
        Map<String, Integer> paid = Map.of("users", 3, "domains", 1);
        ProductShelf shelf = catalog.shelf(List.of());
        assertThat(shelf.quantitiesHeld(shelf.plan("basic").orElseThrow(), paid))
                .isEqualTo(bought.addOns());

        catalog.service.replace(CatalogFixture.document("{\"products\":[]}"));
        ProductShelf later = catalog.shelf(List.of());
        assertThat(later.quantitiesHeld(later.plan("basic").orElseThrow(), Map.of()))
                .as("the two users that a retired plan includes stay")
                .isEqualTo(Map.of("users", 2));
    }

    @Test
    void a_lowered_maximum_does_not_take_units_away() {
        Offer bought = offer("basic", MONTH, Map.of("users", 8));
        catalog.service.replace(soundBut("/products/0/plans/0/addOns/0/max", "4"));
        assertThat(change(bought, "basic", MONTH, Map.of("users", 8)).addOns()).containsEntry("users", 8);
        assertThatThrownBy(() -> change(bought, "basic", MONTH, Map.of("users", 9)))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CatalogRefusal.ADDON_OVER_MAX));
    }

    @Test
    void the_grants_add_up_and_what_the_plan_does_not_limit_stays_without_a_limit() {
        ProductShelf shelf = catalog.shelf(List.of());
        Entitled entitled = GrantCalculator.entitled(
                shelf,
                shelf.plan("basic").orElseThrow(),
                offer("basic", MONTH, Map.of("users", 3, "domains", 2, "brands", 2))
                        .addOns());
        assertThat(entitled.limits().keySet()).containsExactly("devices", "assets");
        assertThat(entitled.seats().production()).isEqualTo(4);
        assertThat(entitled.seats().development()).isEqualTo(1);
        assertThat(entitled.support().word()).isEqualTo("extended");
        assertThat(entitled.features()).containsExactly("rules", "branding");
        assertThat(entitled.domains()).isEqualTo(2);
        assertThat(entitled.brands()).isEqualTo(2);
        assertThat(entitled.leaseSeconds()).isEqualTo(3600);
    }

    private Offer offer(String plan, BillingPeriod period, Map<String, Integer> addOns) {
        return price(new OfferRequest(plan, period, EUR, addOns), Set.of());
    }

    private Offer change(Offer had, String plan, BillingPeriod period, Map<String, Integer> addOns) {
        Set<UUID> prices = had.items().stream().map(OfferItem::priceId).collect(Collectors.toSet());
        return price(
                new OfferRequest(plan, period, EUR, addOns, new Holding(had.planId(), prices, had.addOns())), prices);
    }

    private Offer price(OfferRequest request, Set<UUID> heldPrices) {
        return new PriceList(catalog.shelf(heldPrices)).offer(request);
    }

    private static long unitPrice(Offer offer, String code) {
        return offer.items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow()
                .unitPrice()
                .minor();
    }

    private void assertRefused(CatalogRefusal refusal, String plan, BillingPeriod period, Map<String, Integer> addOns) {
        assertThatThrownBy(() -> offer(plan, period, addOns))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }
}
