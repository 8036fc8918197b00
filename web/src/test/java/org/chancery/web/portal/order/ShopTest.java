package org.chancery.web.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.junit.jupiter.api.Test;

class ShopTest {

    private static final String CATALOG =
            """
            {"products": [
              {"code": "both", "name": "Both", "plans": [
                {"code": "small", "kind": "subscription", "prices": [
                  {"currency": "EUR", "period": "month", "amount": 1000}, {"currency": "EUR", "period": "year", "amount": 10000},
                  {"currency": "USD", "period": "month", "amount": 1000}]},
                {"code": "forever", "kind": "perpetual", "updatesRenewalPercent": 40,
                 "prices": [{"currency": "EUR", "period": "once", "amount": 499000}],
                 "addOns": [{"code": "offline"}, {"code": "users"}]}],
               "addOns": [
                {"code": "offline", "name": "Offline", "prices": [{"currency": "EUR", "period": "once", "amount": 99000}]},
                {"code": "users", "name": "Users", "prices": [{"currency": "EUR", "period": "month", "amount": 500}]}]},
              {"code": "once", "name": "Once", "plans": [
                {"code": "box", "kind": "perpetual", "prices": [{"currency": "EUR", "period": "once", "amount": 100}]}]},
              {"code": "nothing", "name": "Nothing", "plans": []}]}
            """;

    private final Shop euros = shop("EUR");
    private final Shop dollars = shop("USD");

    @Test
    void perpetual_licenses_stand_beside_the_plans_and_never_among_them() {
        assertThat(euros.plans("both")).extracting(PlanCard::code).containsExactly("small");
        assertThat(euros.perpetuals("both")).singleElement().satisfies(card -> {
            assertThat(card.code()).isEqualTo("forever");
            assertThat(card.price(BillingPeriod.ONCE)).isEqualTo(card.once());
            assertThat(card.price(BillingPeriod.MONTH)).isNull();
            assertThat(card.updatesPercent()).isEqualTo(40);
        });
        assertThat(euros.plan("both", "forever")).isPresent();
    }

    @Test
    void only_periods_with_a_price_in_the_currency_are_offered() {
        assertThat(euros.periods("both")).containsExactly(BillingPeriod.MONTH, BillingPeriod.YEAR, BillingPeriod.ONCE);
        assertThat(euros.periods("once")).containsExactly(BillingPeriod.ONCE);
        assertThat(dollars.periods("both")).containsExactly(BillingPeriod.MONTH);
        assertThat(dollars.perpetuals("both")).isEmpty();
        assertThat(dollars.periods("unheard-of")).isEmpty();
    }

    @Test
    void perpetual_licenses_are_for_sale_where_any_has_a_price() {
        assertThat(euros.isSellingPerpetuals()).isTrue();
        assertThat(dollars.isSellingPerpetuals()).isFalse();
    }

    @Test
    void products_without_anything_to_buy_are_not_offered() {
        assertThat(euros.products()).extracting(ProductEntry::code).containsExactly("both", "once");
        assertThat(dollars.products()).extracting(ProductEntry::code).containsExactly("both");
    }

    @Test
    void a_perpetual_license_takes_the_add_ons_that_are_paid_once() {
        assertThat(euros.addOns("both", "forever", BillingPeriod.ONCE))
                .extracting(AddOnChoice::code)
                .isEqualTo(List.of("offline"));
    }

    private static Shop shop(String currency) {
        try {
            return new Shop(
                    new ObjectMapper().readValue(CATALOG, CatalogDocument.class), Currency.getInstance(currency));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
