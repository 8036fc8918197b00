package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Buying by card through the sandbox's gateway, with Stripe's test tokens. */
@ContainerTest
class ChargeIT {

    private static final String ORDER =
            "{'product':'iot-platform','plan':'maker','period':'month','currency':'EUR','collection':'charge'}";

    private final UUID account = Sandbox.account();
    private final Api owner = Sandbox.ownerOf(account);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(ChargeIT.class);
    }

    @Test
    void a_good_card_starts_the_subscription_at_once() {
        attach("pm_card_visa");
        Api.Answer order = owner.post("/api/v1/subscriptions", ORDER);
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.text("/status")).isEqualTo("active");
        assertThat(order.text("/payment/status")).isEqualTo("succeeded");
        assertThat(order.text("/invoice/status")).isEqualTo("paid");
        assertThat(new TestInstance(order.text("/license/secret"), "node-1")
                        .activate()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_declined_card_leaves_the_order_incomplete_and_another_card_pays_it() {
        attach("pm_card_chargeCustomerFail");
        Api.Answer order = owner.post("/api/v1/subscriptions", ORDER);
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.text("/status")).isEqualTo("incomplete");
        assertThat(order.text("/payment/status")).isEqualTo("failed");
        assertThat(order.text("/payment/reason")).isEqualTo("card_declined");
        assertThat(new TestInstance(order.text("/license/secret"), "node-1")
                        .activate()
                        .json()
                        .at("/code")
                        .asInt())
                .isEqualTo(103);

        String invoice = order.text("/invoice/id");
        Api.Answer again = owner.post("/api/v1/invoices/" + invoice + "/charge", "{}");
        assertThat(again.status()).as(again.toString()).isEqualTo(402);
        assertThat(again.json().at("/code").asInt()).isEqualTo(306);

        String other = attach("pm_card_visa");
        Api.Answer paid = owner.post("/api/v1/invoices/" + invoice + "/charge", "{'paymentMethod':'" + other + "'}");
        assertThat(paid.status()).as(paid.toString()).isEqualTo(200);
        assertThat(owner.get("/api/v1/subscriptions/" + order.text("/id")).text("/status"))
                .isEqualTo("active");
    }

    @Test
    void a_card_that_needs_its_bank_waits_for_the_confirmation() {
        attach("pm_card_authenticationRequired");
        Api.Answer order = owner.post("/api/v1/subscriptions", ORDER);
        assertThat(order.text("/status")).isEqualTo("incomplete");
        assertThat(order.text("/payment/status")).isEqualTo("requires_action");
        assertThat(order.text("/payment/confirmUrl")).startsWith(Api.base() + "/sandbox/confirm/");
    }

    @Test
    void a_card_may_pay_an_invoice_that_was_to_be_paid_by_wire_and_only_once() {
        String method = attach("pm_card_visa");
        String invoice = Sandbox.order(account, "maker", "{}").at("/invoice/id").asText();
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                        i -> owner.post("/api/v1/invoices/" + invoice + "/charge", "{'paymentMethod':'" + method + "'}")
                                .status())
                .toList();
        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(owner.get("/api/v1/invoices/" + invoice)
                        .json()
                        .at("/amountPaid")
                        .asLong())
                .isEqualTo(1_000);
    }

    @Test
    void without_a_card_nothing_is_ordered() {
        Api.Answer order = owner.post("/api/v1/subscriptions", ORDER);
        assertThat(order.status()).as(order.toString()).isEqualTo(422);
        assertThat(order.text("/reason")).isEqualTo("no-payment-method");
        assertThat(owner.get("/api/v1/subscriptions").json().at("/data")).isEmpty();
    }

    @Test
    void an_unknown_token_is_named() {
        Api.Answer answer =
                owner.post("/api/v1/accounts/" + account + "/payment-methods", "{'type':'card','token':'pm_nothing'}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("token");
    }

    private String attach(String token) {
        Api.Answer answer = owner.post(
                "/api/v1/accounts/" + account + "/payment-methods", "{'type':'card','token':'" + token + "'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("/id");
    }
}
