package org.chancery.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.chancery.it.authorisation.Visitor;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.chancery.it.harness.TestInstance;
import org.chancery.it.harness.Together;
import org.chancery.it.harness.TwoNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One node is lost, both are renewed, and all the while the machine of node 2 is five minutes ahead: nobody outside
 * notices more than a moment. The order only saves starts; each test leaves both nodes up.
 */
@Tag("deep")
@ExtendWith(TwoNodes.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final Tables TABLES = Tables.of(TwoNodesIT.class);
    private static final int REQUESTS_PER_SECOND = 50;
    private static final Duration FULL_SERVICE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);
    private static final int CROWD = 1_000;
    private static final int ROUNDS = Integer.getInteger("nodes.rounds", 20);
    private static final int RENEWALS = 200;
    private static final int TRIES = 5;

    @BeforeAll
    static void both_are_up() {
        TwoNodes.deploy(Deployments.probeFor(TwoNodesIT.class).addClasses(DatabaseProbe.class, QueryProbe.class));
    }

    @AfterEach
    void the_invariants_hold() {
        assertThat(Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/TwoNodesIT/invariants"))
                                .build())
                        .body())
                .isEmpty();
    }

    @Test
    @Order(1)
    void clocks_that_are_five_minutes_apart_tell_the_same_time() {
        assertThat(correctionOf(1)).isZero();
        assertThat(correctionOf(2)).as("the machine of node 2").isCloseTo(-300.0, within(3.0));
        assertThat(Duration.between(timeAt(1), timeAt(2)).abs())
                .as("the clock of money")
                .isLessThan(A_MOMENT);

        String secret = Sandbox.paidOrder(Sandbox.account(), "startup", "{'production-instances':1}")
                .at("/license/secret")
                .asText();
        Instant first = leaseEnd(new TestInstance(secret, "one").via(TwoNodes.node(1)));
        Instant second = leaseEnd(new TestInstance(secret, "two").via(TwoNodes.node(2)));
        assertThat(Duration.between(first, second).abs()).as("leases").isLessThan(A_MOMENT);
    }

    @Test
    @Order(2)
    void a_code_that_one_node_has_sent_is_good_at_the_other_and_its_tries_are_counted_over_both() {
        for (int sender : new int[] {1, 2}) {
            String email = Sandbox.freshEmail();
            Sandbox.account(email);
            Visitor visitor = new Visitor("198.51.100." + sender).at(TwoNodes.node(sender));
            String page = visitor.submit("/sign-in", "email", email, "send");
            String code = Sandbox.awaitCode(email);
            visitor.at(TwoNodes.node(3 - sender));
            assertThat(visitor.submit(page, "code", code, "enter")).doesNotContain("sign-in");
            assertThat(visitor.get("/subscriptions").status()).isEqualTo(200);
            assertThat(visitor.at(TwoNodes.node(sender)).get("/subscriptions").status())
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(3)
    void wrong_tries_of_a_code_are_counted_over_both_nodes() {
        String email = Sandbox.freshEmail();
        Sandbox.account(email);
        Visitor guesser = new Visitor("198.51.100.3");
        String page = guesser.submit("/sign-in", "email", email, "send");
        String code = Sandbox.awaitCode(email);
        String wrong = code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
        for (int i = 0; i < TRIES; i++) {
            Api.Answer refused = guesser.at(TwoNodes.node(1 + i % 2)).send(page, "code", wrong, "enter");
            assertThat(refused.header("Location")).isNull();
        }
        assertThat(guesser.send(page, "code", code, "enter").header("Location")).isNull();
    }

    @Test
    @Order(4)
    void who_signs_out_at_one_node_is_signed_out_at_both() {
        String email = Sandbox.freshEmail();
        Sandbox.account(email);
        Visitor visitor = new Visitor("198.51.100.4").at(TwoNodes.node(1));
        visitor.signIn("/sign-in", email);
        Visitor stolen = visitor.copy();
        assertThat(stolen.at(TwoNodes.node(2)).get("/subscriptions").status()).isEqualTo(200);
        visitor.at(TwoNodes.node(1)).post("/sign-out", Map.of());
        for (int node : new int[] {1, 2}) {
            assertThat(stolen.at(TwoNodes.node(node)).get("/subscriptions").status())
                    .as("node " + node)
                    .isEqualTo(302);
        }
    }

    @Test
    @Order(5)
    void a_thousand_who_want_the_last_seat_credit_or_coupon_over_both_nodes_get_exactly_one() {
        for (int round = 0; round < ROUNDS; round++) {
            lastSeat();
            lastCredit();
            lastCoupon();
        }
    }

    private static void lastSeat() {
        JsonNode order = Sandbox.paidOrder(Sandbox.account(), "startup", "{}");
        String secret = order.at("/license/secret").asText();
        List<Api.Answer> answers = Together.call(
                CROWD, i -> new TestInstance(secret, "node-" + i).via(nodeOf(i)).activate());
        assertThat(answers).filteredOn(a -> a.status() == 201).as("seats").hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() != 201).allSatisfy(a -> assertThat(
                        a.json().at("/code").asInt())
                .as(a.toString())
                .isIn(104, 113));
    }

    private static void lastCredit() {
        UUID account = Sandbox.account();
        String credit = "/api/v1/accounts/" + account + "/credit";
        assertThat(Api.operator()
                        .post(credit, "{'amount':100,'currency':'EUR','reason':'the last'}")
                        .status())
                .isEqualTo(201);
        List<Api.Answer> answers = Together.call(
                CROWD,
                i -> Api.operator().at(nodeOf(i)).post(credit, "{'amount':-100,'currency':'EUR','reason':'mine'}"));
        assertThat(answers).filteredOn(a -> a.status() == 201).as("credit").hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() != 201)
                .allSatisfy(a -> assertThat(a.status()).as(a.toString()).isEqualTo(422));
    }

    private static void lastCoupon() {
        Api.Answer coupon = Api.operator().post("/api/v1/coupons", Sandbox.newCoupon(",'maxRedemptions':1"));
        assertThat(coupon.status()).as(coupon.toString()).isEqualTo(201);
        String order =
                "{'account':'" + Sandbox.account() + "','product':'iot-platform','plan':'maker','period':'month',"
                        + "'currency':'EUR','addOns':{},'collection':'wire','coupon':'" + coupon.text("/code") + "'}";
        List<Api.Answer> answers =
                Together.call(CROWD, i -> Api.operator().at(nodeOf(i)).post("/api/v1/subscriptions", order));
        assertThat(answers).filteredOn(a -> a.status() == 201).as("coupon").hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() != 201)
                .allSatisfy(a -> assertThat(a.text("/type")).as(a.toString()).contains("coupon"));
    }

    @Test
    @Order(6)
    void a_node_that_is_lost_under_load_takes_nothing_with_it() {
        Instant now = Sandbox.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
        Sandbox.travelTo(now); // where both stand from now on, so that all are due in the same moment
        TwoNodes.await(
                "both stand there",
                FULL_SERVICE,
                () -> timeAt(1).equals(now) && timeAt(2).equals(now));
        Callers callers = new Callers();
        List<Renewing> renewing = IntStream.range(0, RENEWALS)
                .mapToObj(i -> new Renewing(i % 2 == 1))
                .toList();
        renewing.forEach(Renewing::worsen);
        Instant renewal = now.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
        Instant lost;
        List<SteadyLoad.Failure> failures;
        int answered;
        try (SteadyLoad load = callers.call(REQUESTS_PER_SECOND)) {
            TwoNodes.await("the load has begun", FULL_SERVICE, () -> load.answered() > 10 * REQUESTS_PER_SECOND);
            assertThat(load.failures()).isEmpty();
            CompletableFuture<Boolean> journey = CompletableFuture.supplyAsync(() -> travelsAt(1, renewal));
            TwoNodes.await("some are renewed", Duration.ofMinutes(2), () -> renewed(renewing) > 0);
            TwoNodes.kill(1);
            callers.shoppers().forEach(Callers.Shopper::noteLostNode);
            lost = Instant.now();
            assertThat(journey.join())
                    .as("it has finished before it was killed")
                    .isFalse();
            int before = load.answered();
            TwoNodes.await(
                    "it goes on", Duration.ofMinutes(2), () -> load.answered() > before + 40 * REQUESTS_PER_SECOND);
            load.close();
            failures = load.failures();
            answered = load.answered();
        }
        assertThat(failures)
                .as("after " + FULL_SERVICE)
                .filteredOn(failure -> failure.finished().isAfter(lost.plus(FULL_SERVICE)))
                .isEmpty();
        Instant killed = lost;
        System.out.printf(
                "One node lost: %d of %d requests failed, the last %d ms after%n",
                failures.size(),
                answered + failures.size(),
                failures.stream()
                        .mapToLong(f -> Duration.between(killed, f.finished()).toMillis())
                        .max()
                        .orElse(0));
        assertThat(failures).noneMatch(failure -> failure.what().contains("session was lost"));

        callers.people().forEach(person -> assertThat(person.call().status()).isEqualTo(200));
        callers.instances()
                .forEach(instance -> assertThat(instance.call().status()).isEqualTo(200));
        assertThat(callers.takenSeats()).isEqualTo(callers.instances().size());
        callers.shoppers().forEach(shopper -> {
            shopper.finish();
            assertThat(shopper.subscriptions()).isEqualTo(shopper.orders());
        });
        TABLES.endPatience();
        TwoNodes.await(
                "the other node has finished all renewals",
                Duration.ofMinutes(4),
                () -> renewed(renewing) == RENEWALS && noneOpen());
        renewing.forEach(Renewing::check);
        assertThat(TABLES.query("select distinct last_owner from job_run where job in ('subscriptions', 'outbox')"))
                .containsExactly("node2");
        TwoNodes.start(1);
    }

    @Test
    @Order(7)
    void both_are_stopped_and_started_in_turn_without_a_failed_request() {
        aNewerReleaseHasExpandedTheSchema();
        Callers callers = new Callers();
        try (SteadyLoad load = callers.call(REQUESTS_PER_SECOND)) {
            TwoNodes.await("the load has begun", FULL_SERVICE, () -> load.answered() > 5 * REQUESTS_PER_SECOND);
            TwoNodes.roll();
            int before = load.answered();
            TwoNodes.await("it goes on", FULL_SERVICE, () -> load.answered() > before + 5 * REQUESTS_PER_SECOND);
            load.close();
            System.out.printf(
                    "Both renewed: %d requests, the slowest %d ms%n",
                    load.answered(), load.slowest().toMillis());
            assertThat(load.failures()).isEmpty();
        }
    }

    /** As the first node of a newer release would leave it for the old ones that go on beside it. */
    private static void aNewerReleaseHasExpandedTheSchema() {
        TABLES.change("alter table account add column shoe_size integer");
        TABLES.change("alter table instance add column mood varchar(20) default 'calm' not null");
        TABLES.change("create table newer_thing (id uuid primary key)");
        TABLES.change("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) select max(installed_rank) + 1, '209912312359', 'newer', 'SQL',"
                + " 'V209912312359__newer.sql', 1, 'newer', 1, true from flyway_schema_history");
    }

    /** Somebody whose subscription is renewed a month from now; or whose card is declined then. */
    private static final class Renewing {
        private final String email = Sandbox.freshEmail();
        private final UUID account = Sandbox.account(email);
        private final boolean declined;

        Renewing(boolean declined) {
            this.declined = declined;
            Sandbox.attach(account, "card", "pm_card_visa");
            Sandbox.chargedOrder(account, "startup", "{}");
        }

        void worsen() {
            if (declined) {
                Sandbox.attach(account, "card", "pm_card_chargeCustomerFail");
            }
        }

        void check() {
            JsonNode invoices = Api.operator()
                    .get("/api/v1/invoices?account=" + account)
                    .json()
                    .at("/data");
            assertThat(invoices).as(invoices.toString()).hasSize(2);
            JsonNode bill = invoices.get(0);
            assertThat(bill.at("/status").asText()).isEqualTo(declined ? "open" : "paid");
            assertThat(TABLES.query("select cast(id as varchar(36)) from payment where invoice_id = '"
                            + bill.at("/id").asText() + "'"))
                    .as("attempts to charge it")
                    .hasSize(1);
            if (declined) {
                String number = bill.at("/number").asText();
                assertThat(Api.operator()
                                .get("/api/v1/sandbox/mailbox?to=" + email)
                                .json()
                                .at("/data")
                                .findValuesAsText("text"))
                        .filteredOn(text -> text.contains(number))
                        .hasSize(1);
            }
        }
    }

    private static long renewed(List<Renewing> renewing) {
        String ids = String.join(
                "','", renewing.stream().map(r -> r.account.toString()).toList());
        return Long.parseLong(TABLES.query("select count(*) from invoice where account_id in ('" + ids + "')")
                        .get(0))
                - renewing.size();
    }

    private static boolean noneOpen() {
        return TABLES.query("select cast(id as varchar(36)) from payment where status = 'PENDING'")
                        .isEmpty()
                && TABLES.query("select cast(id as varchar(36)) from outbox_message where sent_at is null"
                                + " and parked_at is null")
                        .isEmpty();
    }

    /** @return false when the node was lost on the way */
    private static boolean travelsAt(int node, Instant instant) {
        try {
            return Api.operator()
                            .at(TwoNodes.node(node))
                            .put("/api/v1/sandbox/clock", "{'now':'" + instant + "'}")
                            .status()
                    == 200;
        } catch (UncheckedIOException cutOff) {
            return false;
        }
    }

    private static String nodeOf(int caller) {
        return TwoNodes.node(1 + caller % 2);
    }

    /** Seconds by which the machine's clock is corrected, which only a caller on the machine is told. */
    private static double correctionOf(int node) {
        String metrics = Api.exchange(HttpRequest.newBuilder(URI.create(TwoNodes.node(node) + "/metrics"))
                        .build())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("chancery_clock_correction_seconds "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static Instant timeAt(int node) {
        return Instant.parse(Api.operator()
                .at(TwoNodes.node(node))
                .get("/api/v1/sandbox/clock")
                .text("/now"));
    }

    private static Instant leaseEnd(TestInstance instance) {
        Api.Answer activated = instance.activate();
        assertThat(activated.status()).as(activated.toString()).isEqualTo(201);
        return Instant.ofEpochSecond(
                TestInstance.verified(activated.text("/lease")).at("/exp").asLong());
    }
}
