package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Buying by bank transfer, by REST alone. */
@ContainerTest
class OrderIT {

    private static final String TWO_DOMAINS = "{'custom-domains':2}";

    private final UUID account = Sandbox.account();
    private final Api owner = Sandbox.ownerOf(account);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(OrderIT.class);
    }

    @Test
    void a_quote_adds_up_the_plan_and_two_domains() {
        Api.Answer quote = owner.post("/api/v1/quotes", choice("startup", "month"));
        assertThat(quote.status()).as(quote.toString()).isEqualTo(201);
        assertThat(quote.json().at("/lines/0/amount").asLong()).isEqualTo(24_900);
        assertThat(quote.json().at("/lines/1/unitAmount").asLong()).isEqualTo(2_000);
        assertThat(quote.json().at("/lines/1/amount").asLong()).isEqualTo(4_000);
        assertThat(quote.json().at("/amountDue").asLong()).isEqualTo(28_900);
        assertThat(quote.json().at("/next/total").asLong()).isEqualTo(28_900);
    }

    @Test
    void a_wire_order_starts_when_its_payment_is_recorded() {
        Api.Answer order = owner.post("/api/v1/subscriptions", order("startup", "month"));
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.text("/status")).isEqualTo("incomplete");
        assertThat(order.text("/license/secret")).startsWith("lic_");
        assertThat(order.text("/invoice/status")).isEqualTo("open");
        assertThat(order.text("/invoice/number")).matches("INV-\\d{6}");
        assertThat(order.json().has("currentPeriod")).isFalse();

        Api.Answer paid = Sandbox.pay(order.text("/invoice/id"), 28_900);

        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(paid.text("/status")).isEqualTo("paid");
        JsonNode subscription =
                owner.get("/api/v1/subscriptions/" + order.text("/id")).json();
        assertThat(subscription.at("/status").asText()).isEqualTo("active");
        assertThat(subscription.at("/license/secret").isMissingNode()).isTrue();
        assertThat(paid.text("/lines/0/period/start"))
                .isEqualTo(subscription.at("/currentPeriod/start").asText());
    }

    @Test
    void a_partial_payment_leaves_the_invoice_open_and_the_rest_pays_it() {
        JsonNode order = Sandbox.order(account, "startup", "{}");
        String invoice = order.at("/invoice/id").asText();

        assertThat(Sandbox.pay(invoice, 4_900).text("/status")).isEqualTo("open");
        assertThat(owner.get("/api/v1/invoices/" + invoice)
                        .json()
                        .at("/amountDue")
                        .asLong())
                .isEqualTo(20_000);
        assertThat(status(order)).isEqualTo("incomplete");
        assertThat(Sandbox.pay(invoice, 20_000).text("/status")).isEqualTo("paid");
        assertThat(status(order)).isEqualTo("active");
    }

    @Test
    void overpaying_becomes_credit_that_the_next_order_uses() {
        JsonNode first = Sandbox.order(account, "maker", "{}");
        Sandbox.pay(first.at("/invoice/id").asText(), 1_500);
        assertThat(credit()).isEqualTo(500);

        JsonNode second = Sandbox.order(account, "prototype", "{}");

        assertThat(second.at("/invoice/creditApplied").asLong()).isEqualTo(500);
        assertThat(second.at("/invoice/amountDue").asLong()).isEqualTo(9_400);
        assertThat(credit()).isZero();
    }

    @Test
    void credit_that_covers_everything_pays_at_once() {
        JsonNode first = Sandbox.order(account, "maker", "{}");
        Sandbox.pay(first.at("/invoice/id").asText(), 2_000);

        JsonNode second = Sandbox.order(account, "maker", "{}");

        assertThat(second.at("/invoice/status").asText()).isEqualTo("paid");
        assertThat(second.at("/status").asText()).isEqualTo("active");
    }

    @Test
    void a_paid_invoice_takes_no_second_payment() {
        JsonNode order = Sandbox.paidOrder(account, "maker", "{}");
        Api.Answer again = Sandbox.pay(order.at("/invoice/id").asText(), 1_000);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reason")).isEqualTo("invoice-not-open");
        assertThat(credit()).isZero();
    }

    @Test
    void an_order_by_quote_charges_exactly_the_quote_and_only_once() {
        String quote = owner.post("/api/v1/quotes", choice("business", "year")).text("/id");
        String body = "{'quote':'" + quote + "','collection':'wire'}";

        Api.Answer order = owner.post("/api/v1/subscriptions", body);
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.json().at("/invoice/amountDue").asLong()).isEqualTo(499_000 + 40_000);

        Api.Answer again = owner.post("/api/v1/subscriptions", body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/code").asInt()).isEqualTo(307);
    }

    @Test
    void a_quote_overtaken_by_credit_no_longer_holds() {
        JsonNode first = Sandbox.order(account, "maker", "{}");
        String quote = owner.post("/api/v1/quotes", choice("startup", "month")).text("/id");
        Sandbox.pay(first.at("/invoice/id").asText(), 1_700);

        Api.Answer order = owner.post("/api/v1/subscriptions", "{'quote':'" + quote + "','collection':'wire'}");
        assertThat(order.json().at("/code").asInt()).as(order.toString()).isEqualTo(307);
    }

    @Test
    void the_first_order_fixes_the_currency() {
        Sandbox.order(account, "maker", "{}");
        Api.Answer other = owner.post(
                "/api/v1/subscriptions",
                order("maker", "month").replace("EUR", "USD").replace(TWO_DOMAINS, "{}"));
        assertThat(other.status()).as(other.toString()).isEqualTo(409);
        assertThat(other.text("/reason")).isEqualTo("currency-fixed");
    }

    @Test
    void refusals_name_their_reason_and_change_nothing() {
        assertRefused(order("maker", "month"), 422, "addon-not-allowed");
        assertRefused(order("startup", "month").replace("2}", "101}"), 422, "addon-over-max");
        assertRefused(order("startup", "month").replace("custom-domains", "custom-brands"), 422, "addon-requires");
        assertRefused(order("startup", "month").replace("EUR", "CHF"), 422, "no-price");
        assertThat(owner.get("/api/v1/invoices").json().at("/data")).isEmpty();
        assertThat(owner.get("/api/v1/subscriptions").json().at("/data")).isEmpty();
    }

    @Test
    void all_missing_fields_are_named_at_once() {
        Api.Answer answer = owner.post("/api/v1/subscriptions", "{'collection':'wire'}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("product", "plan", "period");
    }

    private void assertRefused(String body, int status, String reason) {
        Api.Answer answer = owner.post("/api/v1/subscriptions", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("/reason")).isEqualTo(reason);
    }

    private String status(JsonNode order) {
        return owner.get("/api/v1/subscriptions/" + order.at("/id").asText()).text("/status");
    }

    private long credit() {
        return owner.get("/api/v1/accounts/" + account + "/credit")
                .json()
                .at("/balances/0/available")
                .asLong();
    }

    private static String choice(String plan, String period) {
        return "{'product':'iot-platform','plan':'" + plan + "','period':'" + period + "','currency':'EUR','addOns':"
                + TWO_DOMAINS + "}";
    }

    private static String order(String plan, String period) {
        return choice(plan, period).replace("}}", "},'collection':'wire'}");
    }
}
