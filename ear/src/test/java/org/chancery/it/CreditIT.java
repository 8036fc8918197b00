package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.LedgerProbe;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Account credit: granted, corrected, used by many at once, never rewritten. */
@ContainerTest
class CreditIT {

    private static final int PURCHASES = 50;

    private final UUID account = Sandbox.account();
    private final String credit = "/api/v1/accounts/" + account + "/credit";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(CreditIT.class).addClass(LedgerProbe.class);
    }

    @Test
    void a_new_account_has_nothing_in_its_currency() {
        JsonNode view = Api.operator().get(credit).json();
        assertThat(view.at("/balances").toString()).isEqualTo("[{\"currency\":\"EUR\",\"available\":0,\"pending\":0}]");
        assertThat(view.at("/entries")).isEmpty();
        assertThat(view.has("next")).isFalse();
    }

    @Test
    void an_operator_grants_and_corrects_and_the_customer_reads_why() {
        Api.Answer granted = grant(2_500, "EUR", "For the outage");
        assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
        assertThat(granted.json().at("/amount").asLong()).isEqualTo(2_500);
        assertThat(granted.text("/kind")).isEqualTo("grant");
        assertThat(granted.text("/status")).isEqualTo("available");
        assertThat(granted.json().at("/balances/0/available").asLong()).isEqualTo(2_500);

        assertThat(grant(-700, "EUR", "It was a short one").status()).isEqualTo(201);

        JsonNode seen = Sandbox.ownerOf(account).get(credit).json();
        assertThat(seen.at("/balances/0/available").asLong()).isEqualTo(1_800);
        assertThat(seen.at("/entries").findValuesAsText("reason"))
                .containsExactly("It was a short one", "For the outage");
        assertThat(seen.at("/entries/1/left").asLong()).isEqualTo(1_800);
    }

    @Test
    void a_correction_takes_no_more_than_there_is() {
        grant(500, "EUR", "because");
        Api.Answer refused = grant(-501, "EUR", "because");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.json().at("/code").asInt()).isEqualTo(308);
        assertThat(refused.text("/reason")).isEqualTo("credit-below-zero");
        assertThat(available()).isEqualTo(500);
    }

    @Test
    void what_makes_no_sense_is_refused_and_nothing_moves() {
        assertThat(grant(100, "USD", "because").text("/reason")).isEqualTo("credit-currency");
        assertFault("{'amount':0,'currency':'EUR','reason':'because'}", "amount");
        assertFault("{'amount':1000000000001,'currency':'EUR','reason':'because'}", "amount");
        assertFault("{'amount':1.5,'currency':'EUR','reason':'because'}", "amount");
        assertFault("{'currency':'EUR','reason':'because'}", "amount");
        assertFault("{'amount':1,'currency':'EURO','reason':'because'}", "currency");
        assertFault("{'amount':1,'currency':'EUR','reason':' '}", "reason");
        assertFault("{'amount':1,'currency':'EUR','reason':'" + "x".repeat(301) + "'}", "reason");
        assertFault("{'amount':1,'currency':'EUR','reason':'because','kind':'overpayment'}", "kind");
        assertThat(Api.operator()
                        .post(
                                "/api/v1/accounts/" + UUID.randomUUID() + "/credit",
                                "{'amount':1,'currency':'EUR','reason':'because'}")
                        .status())
                .isEqualTo(404);
        assertThat(Api.operator().get(credit).json().at("/entries")).isEmpty();
    }

    @Test
    void the_same_key_grants_once() {
        Api once = Api.operator().withKey(UUID.randomUUID().toString());
        String body = "{'amount':300,'currency':'EUR','reason':'because'}";
        Api.Answer first = once.post(credit, body);
        Api.Answer second = once.post(credit, body);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(available()).isEqualTo(300);
    }

    @Test
    void entries_come_page_by_page() {
        IntStream.rangeClosed(1, 5).forEach(i -> grant(i, "EUR", "number " + i));
        JsonNode first = Api.operator().get(credit + "?limit=2").json();
        assertThat(amounts(first)).containsExactly("5", "4");
        JsonNode second = Api.operator()
                .get(credit + "?limit=9&after=" + first.at("/next").asText())
                .json();
        assertThat(amounts(second)).containsExactly("3", "2", "1");
        assertThat(second.has("next")).isFalse();
        assertThat(Api.operator().get(credit + "?limit=101").status()).isEqualTo(400);
    }

    @Test
    void fifty_simultaneous_purchases_use_exactly_what_is_there() {
        long balance = 12_345; // enough for some of them, and for a part of one
        grant(balance, "EUR", "a head start");
        List<JsonNode> orders = together(PURCHASES, () -> Sandbox.order(account, "maker", "{}"));
        long used = orders.stream()
                .mapToLong(order -> order.at("/invoice/creditApplied").asLong())
                .sum();
        assertThat(used).isEqualTo(balance);
        assertThat(available()).isZero();
        assertThat(orders).allSatisfy(order -> {
            long total = order.at("/invoice/total").asLong();
            assertThat(order.at("/invoice/creditApplied").asLong()).isBetween(0L, total);
            assertThat(order.at("/invoice/creditApplied").asLong()
                            + order.at("/invoice/amountDue").asLong())
                    .isEqualTo(total);
        });
        assertThat(orders.stream()
                        .map(order -> order.at("/invoice/number").asText())
                        .distinct())
                .hasSize(PURCHASES);
    }

    @Test
    void simultaneous_corrections_never_take_more_than_there_is() {
        grant(1_000, "EUR", "because");
        List<Api.Answer> answers = together(20, () -> grant(-100, "EUR", "because"));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.status() == 422)).hasSize(10);
        assertThat(available()).isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = "it.database", matches = "postgresql")
    void the_database_itself_refuses_to_rewrite_the_ledger() {
        grant(500, "EUR", "because");
        for (String attempt : List.of("update", "delete", "truncate")) {
            assertThat(Api.anonymous()
                            .get("/CreditIT/ledger?attempt=" + attempt)
                            .body())
                    .as(attempt)
                    .isEqualTo("23001");
        }
        assertThat(available()).isEqualTo(500);
    }

    private Api.Answer grant(long amount, String currency, String reason) {
        return Api.operator()
                .post(credit, "{'amount':" + amount + ",'currency':'" + currency + "','reason':'" + reason + "'}");
    }

    private void assertFault(String body, String field) {
        Api.Answer answer = Api.operator().post(credit, body);
        assertThat(answer.status()).as(body + answer).isEqualTo(400);
        assertThat(answer.json().at("/code").asInt()).isEqualTo(106);
        assertThat(answer.json().at("/errors").findValuesAsText("field"))
                .as(body)
                .containsExactly(field);
    }

    private long available() {
        return Api.operator().get(credit).json().at("/balances/0/available").asLong();
    }

    private static List<String> amounts(JsonNode view) {
        return view.at("/entries").findValuesAsText("amount");
    }

    private static <T> List<T> together(int times, Callable<T> act) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(times, act))) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
