package org.chancery.service.catalog;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.model.catalog.InstanceCounts;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.AllowanceEntry;
import org.chancery.service.catalog.CatalogDocument.PlanEntry;
import org.chancery.service.catalog.CatalogDocument.PriceEntry;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;
import org.chancery.service.catalog.domain.CatalogValidator;
import org.chancery.service.catalog.domain.Entitled;
import org.chancery.service.catalog.domain.GrantCalculator;
import org.chancery.service.catalog.domain.OfferItem;
import org.chancery.service.catalog.domain.OfferRequest;
import org.chancery.service.catalog.domain.PriceList;
import org.chancery.service.catalog.domain.ProductShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Number by number what the vendor starts with. */
@SuppressWarnings("NullAway") // the catalog as it is answered spells out whatever is looked at here
class StarterCatalogTest {

    private final CatalogFixture catalog = CatalogFixture.withStarter();
    private final ProductEntry product = catalog.service.current().products().get(0);

    @Test
    void it_is_sound() {
        assertThat(CatalogValidator.faultsOf(CatalogService.starter(), Map.of()))
                .isEmpty();
        assertThat(catalog.service.current().products()).hasSize(1);
        assertThat(product.code()).isEqualTo("iot-platform");
        assertThat(product.proration()).isEqualTo("second");
        assertThat(product.cancellation()).containsExactly("period_end", "now");
        assertThat(product.plans())
                .extracting(PlanEntry::code)
                .containsExactly(
                        "maker", "prototype", "startup", "business", "enterprise", "perpetual", "perpetual-unlimited");
        assertThat(product.addOns())
                .extracting(AddOnEntry::code)
                .containsExactly(
                        "additional-users",
                        "extended-support",
                        "custom-domains",
                        "custom-brands",
                        "production-instances",
                        "offline-mode");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "maker,      subscription, community,      10,   10,   1",
        "prototype,  subscription, business-hours, 100,  100,  3",
        "startup,    subscription, business-hours, 500,  500,  10",
        "business,   subscription, priority,       1000, 1000, 25",
        "enterprise, subscription, priority, unlimited, unlimited, unlimited",
        "perpetual,  perpetual,    priority,       1000, 1000, 25",
        "perpetual-unlimited, perpetual, priority, unlimited, unlimited, unlimited",
    })
    void each_plan_includes(String code, String kind, String support, String devices, String assets, String users) {
        PlanEntry plan = plan(code);
        assertThat(plan.kind()).isEqualTo(kind);
        assertThat(plan.support()).isEqualTo(support);
        assertThat(plan.limits().keySet()).containsExactly("devices", "assets", "users");
        assertThat(plan.limits().values())
                .extracting(bound -> bound.limit().orElseThrow().toString())
                .containsExactly(devices, assets, users);
        assertThat(plan.instances()).isEqualTo(new CatalogDocument.InstancesEntry(1, 1));
        assertThat(plan.updatesRenewalPercent()).isEqualTo(kind.equals("perpetual") ? 40 : null);
    }

    @ParameterizedTest(name = "{0} in {1}: {2} a month, {3} a year")
    @CsvSource({
        "maker,      EUR, 1000,   10000",
        "prototype,  EUR, 9900,   99000",
        "startup,    EUR, 24900,  249000",
        "business,   EUR, 49900,  499000",
        "enterprise, EUR, 149900, 1499000",
        "maker,      USD, 1000,   10000",
        "prototype,  USD, 9900,   99000",
        "startup,    USD, 24900,  249000",
        "business,   USD, 49900,  499000",
        "enterprise, USD, 149900, 1499000",
    })
    void a_subscription_plan_costs(String code, String currency, long month, long year) {
        assertThat(amounts(plan(code).prices(), currency)).isEqualTo(Map.of("month", month, "year", year));
    }

    @ParameterizedTest(name = "{0} in {1}: {2} once")
    @CsvSource({
        "perpetual, EUR, 499000",
        "perpetual, USD, 499000",
        "perpetual-unlimited, EUR, 1499000",
        "perpetual-unlimited, USD, 1499000",
    })
    void a_perpetual_plan_costs(String code, String currency, long once) {
        assertThat(amounts(plan(code).prices(), currency)).isEqualTo(Map.of("once", once));
    }

    @ParameterizedTest(name = "{2} of {0} per {1}")
    @CsvSource({
        "startup,    month, additional-users, 500",
        "startup,    year,  additional-users, 5000",
        "startup,    month, extended-support, 20000",
        "startup,    year,  extended-support, 200000",
        "startup,    month, custom-domains, 2000",
        "startup,    year,  custom-domains, 20000",
        "startup,    month, custom-brands, 2000",
        "startup,    year,  custom-brands, 20000",
        "prototype,  month, production-instances, 4950",
        "prototype,  year,  production-instances, 49500",
        "startup,    month, production-instances, 12450",
        "startup,    year,  production-instances, 124500",
        "business,   month, production-instances, 24950",
        "business,   year,  production-instances, 249500",
        "enterprise, month, production-instances, 74950",
        "enterprise, year,  production-instances, 749500",
        "perpetual,  once,  additional-users, 5000",
        "perpetual,  once,  extended-support, 200000",
        "perpetual,  once,  custom-domains, 20000",
        "perpetual,  once,  custom-brands, 20000",
        "perpetual,  once,  production-instances, 249500",
        "perpetual,  once,  offline-mode, 99000",
        "perpetual-unlimited, once, production-instances, 749500",
        "perpetual-unlimited, once, offline-mode, 99000",
    })
    void one_unit_of_an_add_on_costs(String plan, String period, String addOn, long amount) {
        Map<String, Integer> wanted =
                addOn.equals("custom-brands") ? Map.of(addOn, 1, "custom-domains", 1) : Map.of(addOn, 1);
        for (String currency : List.of("EUR", "USD")) {
            OfferItem item = new PriceList(catalog.shelves.of("iot-platform"))
                            .offer(new OfferRequest(
                                    plan,
                                    BillingPeriod.ofWord(period).orElseThrow(),
                                    Currency.getInstance(currency),
                                    wanted))
                            .items()
                            .stream()
                            .filter(candidate -> candidate.code().equals(addOn))
                            .findFirst()
                            .orElseThrow();
            assertThat(item.unitPrice().minor()).isEqualTo(amount);
            assertThat(item.quantity()).isEqualTo(1);
        }
    }

    @Test
    void maker_takes_no_add_ons() {
        assertThat(plan("maker").addOns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prototype", "startup", "business", "enterprise", "perpetual", "perpetual-unlimited"})
    void the_others_take_all_but_offline_mode_which_is_for_perpetual_plans(String code) {
        PlanEntry plan = plan(code);
        assertThat(plan.addOns())
                .extracting(AllowanceEntry::code)
                .contains(
                        "additional-users",
                        "extended-support",
                        "custom-domains",
                        "custom-brands",
                        "production-instances")
                .hasSize(plan.kind().equals("perpetual") ? 6 : 5);
        assertThat(plan.addOns()).allSatisfy(allowance -> {
            assertThat(allowance.included()).isZero();
            assertThat(allowance.max()).isEqualTo(allowance.code().equals("extended-support") ? 1 : 100);
        });
    }

    @Test
    void each_brand_needs_a_domain() {
        assertThat(addOn("custom-brands").requires()).containsExactly("custom-domains");
    }

    @Test
    void add_ons_grant_what_they_are_called() {
        ProductShelf shelf = catalog.shelves.of("iot-platform");
        Entitled entitled = GrantCalculator.entitled(
                shelf,
                shelf.plan("perpetual").orElseThrow(),
                Map.of(
                        "additional-users", 5,
                        "extended-support", 1,
                        "custom-domains", 2,
                        "custom-brands", 1,
                        "production-instances", 3,
                        "offline-mode", 1));
        assertThat(entitled.limits().get("users")).hasToString("30");
        assertThat(entitled.limits().get("devices")).hasToString("1000");
        assertThat(entitled.support().word()).isEqualTo("extended");
        assertThat(entitled.domains()).isEqualTo(2);
        assertThat(entitled.brands()).isEqualTo(1);
        assertThat(entitled.seats()).isEqualTo(new InstanceCounts(4, 1));
        assertThat(entitled.features()).containsExactly("offline-mode");
    }

    private PlanEntry plan(String code) {
        return product.plans().stream()
                .filter(plan -> plan.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private AddOnEntry addOn(String code) {
        Optional<AddOnEntry> found = product.addOns().stream()
                .filter(addOn -> addOn.code().equals(code))
                .findFirst();
        return found.orElseThrow();
    }

    private static Map<String, Long> amounts(List<PriceEntry> prices, String currency) {
        return prices.stream()
                .filter(price -> price.currency().equals(currency))
                .collect(toMap(PriceEntry::period, PriceEntry::amount));
    }
}
