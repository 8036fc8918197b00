package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
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

/** Subscriptions over time, by REST and the sandbox's clock: renewed, changed, canceled, missed and made good. */
@ContainerTest
class BillingIT {

    private static final String CHARGED =
            "{'product':'iot-platform','plan':'%s','period':'month','currency':'EUR','collection':'charge'}";

    private final UUID account = Sandbox.account();
    private final Api owner = Sandbox.ownerOf(account);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(BillingIT.class);
    }

    @Test
    void an_upgrade_in_the_middle_of_a_period_is_quoted_charged_and_granted() {
        JsonNode subscription = charged("startup");
        Instant start = Instant.parse(subscription.at("/currentPeriod/start").asText());
        Instant end = Instant.parse(subscription.at("/currentPeriod/end").asText());
        Sandbox.travelTo(start.plus(Duration.between(start, end).dividedBy(2)));

        Api.Answer quote =
                owner.post("/api/v1/quotes", "{'subscription':'" + id(subscription) + "','plan':'business'}");
        assertThat(quote.status()).as(quote.toString()).isEqualTo(201);
        assertThat(quote.json().at("/lines/0/amount").asLong()).isEqualTo(-12_450);
        assertThat(quote.json().at("/lines/1/amount").asLong()).isEqualTo(24_950);
        assertThat(quote.json().at("/amountDue").asLong()).isEqualTo(12_500);
        assertThat(quote.json().at("/next/total").asLong()).isEqualTo(49_900);

        Api.Answer change = owner.post(path(subscription) + "/changes", "{'quote':'" + quote.text("/id") + "'}");
        assertThat(change.status()).as(change.toString()).isEqualTo(200);
        assertThat(change.text("/plan")).isEqualTo("business");
        assertThat(change.json().at("/invoice/total").asLong()).isEqualTo(12_500);
        assertThat(change.text("/invoice/status")).isEqualTo("paid");
        assertThat(owner.post(path(subscription) + "/changes", "{'quote':'" + quote.text("/id") + "'}")
                        .json()
                        .at("/code")
                        .asInt())
                .isEqualTo(307);
    }

    @Test
    void renewals_bill_each_period_once_and_in_order() {
        JsonNode subscription = charged("maker");
        Sandbox.travelTo(
                Instant.parse(subscription.at("/currentPeriod/end").asText()).plus(Duration.ofDays(40)));
        List<String> starts = invoices(subscription).stream()
                .map(invoice -> invoice.at("/lines/0/period/start").asText())
                .toList();
        List<String> ends = invoices(subscription).stream()
                .map(invoice -> invoice.at("/lines/0/period/end").asText())
                .toList();
        assertThat(starts).hasSize(3).doesNotHaveDuplicates();
        assertThat(ends.subList(1, 3)).isEqualTo(starts.subList(0, 2)); // newest first
        assertThat(invoices(subscription))
                .allMatch(i -> i.at("/status").asText().equals("paid"));
    }

    @Test
    void what_is_canceled_now_comes_back_as_credit_an_hour_later_and_pays_the_next_order() {
        JsonNode subscription = charged("startup");
        Api.Answer canceled = owner.post(path(subscription) + "/cancellation", "{'when':'now','reason':'moved'}");
        assertThat(canceled.status()).as(canceled.toString()).isEqualTo(200);
        assertThat(canceled.text("/status")).isEqualTo("canceled");
        long unused = pending();
        assertThat(unused).isBetween(24_800L, 24_900L);
        assertThat(available()).isZero();
        assertThat(new TestInstance(subscription.at("/license/secret").asText(), "n")
                        .activate()
                        .json()
                        .at("/reason")
                        .asText())
                .isEqualTo("canceled");

        Sandbox.travelTo(Sandbox.now().plus(Duration.ofHours(1)));
        assertThat(available()).isEqualTo(unused);
        JsonNode next = charged("business");
        assertThat(next.at("/invoice/creditApplied").asLong()).isEqualTo(unused);
        assertThat(next.at("/invoice/amountPaid").asLong()).isEqualTo(49_900 - unused);
        assertThat(available()).isZero();
    }

    @Test
    void a_cancellation_at_the_end_of_the_period_can_be_undone_until_then() {
        JsonNode subscription = charged("maker");
        String end = subscription.at("/currentPeriod/end").asText();
        assertThat(owner.post(path(subscription) + "/cancellation", "{}").text("/cancelAt"))
                .isEqualTo(end);
        assertThat(owner.delete(path(subscription) + "/cancellation").json().has("cancelAt"))
                .isFalse();
        owner.post(path(subscription) + "/cancellation", "{'when':'period_end'}");
        Sandbox.travelTo(Instant.parse(end));
        assertThat(owner.get(path(subscription)).text("/status")).isEqualTo("canceled");
        assertThat(owner.delete(path(subscription) + "/cancellation").status()).isEqualTo(409);
    }

    @Test
    void a_missing_transfer_suspends_the_license_and_paying_restores_it_at_once() {
        JsonNode order = Sandbox.paidOrder(account, "maker", "{}");
        Instant end = Instant.parse(
                owner.get(path(order)).json().at("/currentPeriod/end").asText());
        Sandbox.travelTo(end.minus(Duration.ofDays(14)));
        JsonNode ahead = invoices(order).get(0);
        assertThat(ahead.at("/status").asText()).isEqualTo("open");
        assertThat(Instant.parse(ahead.at("/dueAt").asText())).isEqualTo(end);
        Sandbox.travelTo(end);
        assertThat(owner.get(path(order)).text("/status")).isEqualTo("past_due");
        Api.Answer refused = owner.post(path(order) + "/changes", "{'plan':'startup'}");
        assertThat(refused.text("/reason")).isEqualTo("payment-overdue");
        Sandbox.travelTo(end.plus(Duration.ofDays(14)));
        assertThat(owner.get(path(order)).text("/status")).isEqualTo("unpaid");
        TestInstance instance = new TestInstance(order.at("/license/secret").asText(), "node-1");
        assertThat(instance.activate().text("/reason")).isEqualTo("unpaid");

        Sandbox.pay(ahead.at("/id").asText(), 1_000);
        assertThat(owner.get(path(order)).text("/status")).isEqualTo("active");
        assertThat(new TestInstance(order.at("/license/secret").asText(), "node-1")
                        .activate()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void simultaneous_changes_and_cancellations_leave_one_outcome() {
        JsonNode subscription = charged("startup");
        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> i % 2 == 0
                        ? owner.post(path(subscription) + "/changes", "{'plan':'business','when':'now'}")
                        : owner.post(path(subscription) + "/cancellation", "{'when':'now'}"))
                .map(Api.Answer::status)
                .toList();
        assertThat(statuses).isSubsetOf(200, 409);
        assertThat(owner.get(path(subscription)).text("/status")).isEqualTo("canceled");
    }

    @Test
    void bad_wishes_are_named_and_change_nothing() {
        JsonNode subscription = charged("startup");
        Api.Answer unknown =
                owner.post(path(subscription) + "/changes", "{'plan':'nothing','addOns':{'wings':1},'when':'soon'}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/errors/0/field").asText()).isEqualTo("when");
        assertThat(owner.post(path(subscription) + "/changes", "{}").status()).isEqualTo(400);
        assertThat(owner.post(path(subscription) + "/changes", "{'plan':'business','invoice':'next'}")
                        .text("/reason"))
                .isEqualTo("next-invoice-by-operator");
        assertThat(owner.post(path(subscription) + "/changes", "{'addOns':{'custom-brands':1}}")
                        .text("/reason"))
                .isEqualTo("addon-requires");
        assertThat(owner.get(path(subscription)).text("/plan")).isEqualTo("startup");
    }

    private JsonNode charged(String plan) {
        Api.Answer method = owner.post(
                "/api/v1/accounts/" + account + "/payment-methods", "{'type':'card','token':'pm_card_visa'}");
        assertThat(method.status()).as(method.toString()).isEqualTo(201);
        Api.Answer order = owner.post("/api/v1/subscriptions", CHARGED.formatted(plan));
        assertThat(order.text("/status")).as(order.toString()).isEqualTo("active");
        return order.json();
    }

    private List<JsonNode> invoices(JsonNode subscription) {
        JsonNode all = owner.get("/api/v1/invoices").json().at("/data");
        return IntStream.range(0, all.size())
                .mapToObj(all::get)
                .filter(invoice -> invoice.at("/subscription").asText().equals(id(subscription)))
                .toList();
    }

    private long available() {
        return owner.get("/api/v1/accounts/" + account + "/credit")
                .json()
                .at("/balances/0/available")
                .asLong();
    }

    private long pending() {
        return owner.get("/api/v1/accounts/" + account + "/credit")
                .json()
                .at("/balances/0/pending")
                .asLong();
    }

    private static String id(JsonNode subscription) {
        return subscription.at("/id").asText();
    }

    private static String path(JsonNode subscription) {
        return "/api/v1/subscriptions/" + id(subscription);
    }
}
