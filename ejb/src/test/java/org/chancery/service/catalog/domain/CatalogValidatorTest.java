package org.chancery.service.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.catalog.CatalogFixture.sound;
import static org.chancery.service.catalog.CatalogFixture.soundBut;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.platform.FieldError;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogValidatorTest {

    private static final String BASIC = "/products/0/plans/0";
    private static final String FOREVER = "/products/0/plans/1";
    private static final String EUR_MONTH = "{\"currency\":\"EUR\",\"period\":\"month\",\"amount\":1}";

    @Test
    void a_sound_document_has_no_faults() {
        assertThat(faults(sound())).isEmpty();
    }

    @ParameterizedTest(name = "{1} at {0}: {2} {3}")
    @MethodSource({"ofProducts", "ofPlans", "ofPrices", "ofAllowances", "ofAddOns", "ofMissingThings"})
    void a_fault_is_named_with_the_path_of_its_field(String pointer, String json, String path, String code) {
        assertThat(faults(soundBut(pointer, json)))
                .extracting(FieldError::field, FieldError::code)
                .contains(tuple(path, code));
    }

    static Stream<Arguments> ofProducts() {
        return Stream.of(
                row("/products/0/code", "\"IoT\"", "products[0].code", "form"),
                row("/products/0/code", "\"-iot\"", "products[0].code", "form"),
                row("/products/0/code", quoted("a".repeat(65)), "products[0].code", "form"),
                row("/products/1", "{\"code\":\"iot\",\"name\":\"Again\"}", "products[1].code", "duplicate"),
                row("/products/0/name", "\" \"", "products[0].name", "required"),
                row("/products/0/name", quoted("n".repeat(201)), "products[0].name", "length"),
                row("/products/0/name", "\"a\\r\\nb\"", "products[0].name", "form"),
                row("/products/0/proration", "\"hour\"", "products[0].proration", "unknown"),
                row("/products/0/cancellation", "[\"later\"]", "products[0].cancellation[0]", "unknown"),
                row("/products/0/cancellation", "[\"now\",\"now\"]", "products[0].cancellation[1]", "duplicate"),
                row("/products/0/cancellation", "[null]", "products[0].cancellation[0]", "required"),
                row("/products/0/plans", array(101, "{}"), "products[0].plans", "length"),
                row("/products/0/addOns", array(101, "{}"), "products[0].addOns", "length"),
                row("/products", array(51, "{}"), "products", "length"));
    }

    static Stream<Arguments> ofPlans() {
        String path = "products[0].plans[0]";
        return Stream.of(
                row(BASIC + "/code", "\"Basic!\"", path + ".code", "form"),
                row(FOREVER + "/code", "\"basic\"", "products[0].plans[1].code", "duplicate"),
                row(BASIC + "/name", "\"\"", path + ".name", "required"),
                row(BASIC + "/kind", "\"rental\"", path + ".kind", "unknown"),
                row(BASIC + "/kind", "\"perpetual\"", path + ".kind", "kind-changed"),
                row(BASIC + "/support", "\"gold\"", path + ".support", "unknown"),
                row(BASIC + "/leaseSeconds", "299", path + ".leaseSeconds", "range"),
                row(BASIC + "/leaseSeconds", "31622401", path + ".leaseSeconds", "range"),
                row(BASIC + "/trialDays", "-1", path + ".trialDays", "range"),
                row(FOREVER + "/trialDays", "7", "products[0].plans[1].trialDays", "not-allowed"),
                row(BASIC + "/limits/devices", "-1", path + ".limits.devices", "range"),
                row(BASIC + "/limits/devices", "1.5", path + ".limits.devices", "range"),
                row(BASIC + "/limits/devices", "\"500\"", path + ".limits.devices", "range"),
                row(BASIC + "/limits/devices", "\"Unlimited\"", path + ".limits.devices", "range"),
                row(BASIC + "/limits/devices", "true", path + ".limits.devices", "range"),
                row(BASIC + "/limits/devices", "1000000000001", path + ".limits.devices", "range"),
                row(BASIC + "/limits/devices", "99999999999999999999", path + ".limits.devices", "range"),
                row(BASIC + "/limits/devices", "null", path + ".limits.devices", "required"),
                row(BASIC + "/limits", "{\"Big Things\":1}", path + ".limits", "form"),
                row(BASIC + "/instances/production", "-1", path + ".instances.production", "range"),
                row(BASIC + "/instances/development", "1000001", path + ".instances.development", "range"),
                row(BASIC + "/features", "[\"a b\"]", path + ".features[0]", "form"),
                row(BASIC + "/features", "[\"a\",\"a\"]", path + ".features[1]", "duplicate"),
                row(BASIC + "/updatesRenewalPercent", "40", path + ".updatesRenewalPercent", "not-allowed"),
                row(FOREVER + "/updatesRenewalPercent", "101", "products[0].plans[1].updatesRenewalPercent", "range"),
                row(FOREVER + "/updatesRenewalPercent", "-1", "products[0].plans[1].updatesRenewalPercent", "range"));
    }

    static Stream<Arguments> ofPrices() {
        String price = BASIC + "/prices/1";
        String path = "products[0].plans[0].prices[1]";
        return Stream.of(
                row(price + "/amount", "-1", path + ".amount", "range"),
                row(price + "/amount", "1000000000001", path + ".amount", "range"),
                row(price + "/amount", "", path + ".amount", "required"),
                row(price + "/currency", "\"EURO\"", path + ".currency", "unknown"),
                row(price + "/currency", "\"eur\"", path + ".currency", "unknown"),
                row(price + "/currency", "\"XAU\"", path + ".currency", "unknown"),
                row(price + "/currency", "", path + ".currency", "required"),
                row(price + "/period", "\"week\"", path + ".period", "unknown"),
                row(price + "/period", "", path + ".period", "required"),
                row(price + "/period", "\"once\"", path + ".period", "not-allowed"),
                row(price, EUR_MONTH, path, "duplicate"),
                row(BASIC + "/prices", array(201, EUR_MONTH), "products[0].plans[0].prices", "length"),
                row(FOREVER + "/prices/0/period", "\"year\"", "products[0].plans[1].prices[0].period", "not-allowed"),
                row(
                        BASIC + "/addOns/0/prices/0/period",
                        "\"once\"",
                        "products[0].plans[0].addOns[0].prices[0].period",
                        "not-allowed"),
                row("/products/0/addOns/1/prices/0/amount", "-5", "products[0].addOns[1].prices[0].amount", "range"));
    }

    static Stream<Arguments> ofAllowances() {
        String allowance = BASIC + "/addOns/0";
        String path = "products[0].plans[0].addOns[0]";
        return Stream.of(
                row(allowance + "/code", "\"nothing\"", path + ".code", "unknown"),
                row(BASIC + "/addOns/1/code", "\"users\"", "products[0].plans[0].addOns[1].code", "duplicate"),
                row(allowance + "/included", "-1", path + ".included", "range"),
                row(allowance + "/max", "-1", path + ".max", "range"),
                row(allowance + "/max", "10001", path + ".max", "range"),
                row(allowance + "/included", "11", path + ".included", "range"),
                row(
                        BASIC + "/addOns/1",
                        "{\"code\":\"domains\",\"included\":101}",
                        "products[0].plans[0].addOns[1].included",
                        "range"),
                row("/products/0/addOns/1/prices", "[]", "products[0].plans[0].addOns[1]", "no-price"),
                row("/products/0/addOns/1/prices/0/currency", "\"USD\"", "products[0].plans[0].addOns[1]", "no-price"));
    }

    static Stream<Arguments> ofAddOns() {
        String brands = "/products/0/addOns/2";
        String path = "products[0].addOns[2]";
        return Stream.of(
                row(brands + "/code", "\"users\"", path + ".code", "duplicate"),
                row(brands + "/code", "\"basic\"", path + ".code", "duplicate"),
                row(brands + "/name", "", path + ".name", "required"),
                row("/products/0/addOns/0/unit", quoted("u".repeat(201)), "products[0].addOns[0].unit", "length"),
                row(brands + "/requires", "[\"nothing\"]", path + ".requires[0]", "unknown"),
                row(brands + "/requires", "[\"brands\"]", path + ".requires[0]", "cycle"),
                row("/products/0/addOns/1/requires", "[\"brands\"]", "products[0].addOns[1].requires[0]", "cycle"),
                row("/products/0/addOns/1/requires", "[\"brands\"]", path + ".requires[0]", "cycle"),
                row(brands + "/grants/limits", "{\"users\":-1}", path + ".grants.limits.users", "range"),
                row(
                        brands + "/grants/instances",
                        "{\"production\":1001}",
                        path + ".grants.instances.production",
                        "range"),
                row(brands + "/grants/domains", "-1", path + ".grants.domains", "range"),
                row(brands + "/grants/brands", "1001", path + ".grants.brands", "range"),
                row(brands + "/grants/support", "\"best\"", path + ".grants.support", "unknown"),
                row(brands + "/grants/features", "[\"\"]", path + ".grants.features[0]", "form"));
    }

    static Stream<Arguments> ofMissingThings() {
        return Stream.of(
                row("/products", "", "products", "required"),
                row("/products/0", "null", "products[0]", "required"),
                row("/products/0/code", "", "products[0].code", "required"),
                row("/products/0/name", "", "products[0].name", "required"),
                row("/products/0/plans/0", "null", "products[0].plans[0]", "required"),
                row(BASIC + "/code", "", "products[0].plans[0].code", "required"),
                row(BASIC + "/name", "", "products[0].plans[0].name", "required"),
                row(BASIC + "/kind", "", "products[0].plans[0].kind", "required"),
                row(BASIC + "/prices", "", "products[0].plans[0].prices", "required"),
                row(BASIC + "/prices/0", "null", "products[0].plans[0].prices[0]", "required"),
                row(BASIC + "/addOns/0/code", "", "products[0].plans[0].addOns[0].code", "required"),
                row("/products/0/addOns/0", "null", "products[0].addOns[0]", "required"),
                row("/products/0/addOns/0/code", "", "products[0].addOns[0].code", "required"),
                row("/products/0/addOns/0/prices", "", "products[0].addOns[0].prices", "required"));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("ofOptionalThings")
    void what_may_be_absent_or_at_its_bound_is_no_fault(String pointer, String json) {
        assertThat(faults(soundBut(pointer, json))).isEmpty();
    }

    static Stream<Arguments> ofOptionalThings() {
        return Stream.of(
                Arguments.of("/products", "[]"),
                Arguments.of("/products", "[{\"code\":\"a\",\"name\":\"A\"}]"),
                Arguments.of("/products/0/proration", ""),
                Arguments.of("/products/0/cancellation", ""),
                Arguments.of("/products/0/cancellation", "[]"),
                Arguments.of("/products/0/code", quoted("a".repeat(64))),
                Arguments.of(BASIC + "/support", ""),
                Arguments.of(BASIC + "/limits", ""),
                Arguments.of(BASIC + "/instances", ""),
                Arguments.of(BASIC + "/features", ""),
                Arguments.of(BASIC + "/leaseSeconds", "300"),
                Arguments.of(BASIC + "/addOns", ""),
                Arguments.of(BASIC + "/prices", "[]"),
                Arguments.of(BASIC + "/prices/0/amount", "0"),
                Arguments.of(BASIC + "/prices/0/amount", "1000000000000"),
                Arguments.of(BASIC + "/addOns/0/included", "10"),
                Arguments.of(FOREVER + "/updatesRenewalPercent", "100"),
                Arguments.of("/products/0/addOns/2/grants", ""),
                Arguments.of("/products/0/addOns/2/requires", ""));
    }

    @Test
    void all_faults_are_listed_together() {
        CatalogDocument broken = CatalogFixture.document(
                """
                {"products":[{"code":"X","plans":[{"code":"p","name":"P","kind":"subscription",
                  "prices":[{"currency":"EUR","period":"month","amount":-1}]}],
                  "addOns":[{"code":"a","name":"A","requires":["b"],"prices":[]}]}]}
                """);
        assertThat(faults(broken))
                .extracting(FieldError::field)
                .containsExactly(
                        "products[0].code",
                        "products[0].name",
                        "products[0].plans[0].prices[0].amount",
                        "products[0].addOns[0].requires[0]");
    }

    @Test
    void an_add_on_that_a_plan_only_includes_needs_no_price() {
        CatalogDocument document = CatalogFixture.document(
                """
                {"products":[{"code":"x","name":"X","plans":[{"code":"p","name":"P","kind":"subscription",
                  "prices":[{"currency":"EUR","period":"month","amount":1}],
                  "addOns":[{"code":"a","included":3,"max":3}]}],
                  "addOns":[{"code":"a","name":"A","prices":[]}]}]}
                """);
        assertThat(faults(document)).isEmpty();
    }

    @Test
    void the_list_of_faults_ends_somewhere() {
        assertThat(faults(soundBut(BASIC + "/features", array(100, "\"?\"")))).hasSize(100);
        assertThat(faults(soundBut("/products", array(50, "{\"plans\":" + array(100, "{}") + "}"))))
                .hasSize(200);
    }

    private static List<FieldError> faults(CatalogDocument document) {
        return CatalogValidator.faultsOf(
                document, Map.of("iot", Map.of("basic", PlanKind.SUBSCRIPTION, "gone", PlanKind.PERPETUAL)));
    }

    private static Arguments row(String pointer, String json, String path, String code) {
        return Arguments.of(pointer, json, path, code);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String array(int size, String element) {
        return IntStream.range(0, size).mapToObj(i -> element).collect(Collectors.joining(",", "[", "]"));
    }
}
