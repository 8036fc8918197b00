package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.CrashServer;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server is killed in the middle of a renewal, at one place after the other, and started again: the renewal is finished,
 * nothing is billed, charged or mailed twice, and nothing is lost.
 */
@Tag("deep")
class CrashIT {

    private static final Tables TABLES = Tables.of(CrashIT.class);
    private static final String WAR = "/CrashIT/";

    /** Startup by month with two domains. */
    private static final long PRICE = 24_900 + 2 * 2_000;

    private static final long CREDIT = 5_000;

    private static CrashServer server;

    @BeforeAll
    static void a_server_that_can_be_killed() throws IOException, InterruptedException {
        server = new CrashServer(
                Deployments.probeFor(CrashIT.class).addClasses(DatabaseProbe.class, QueryProbe.class),
                KillPlace.script());
        server.start();
        Sandbox.travelTo(
                Sandbox.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60)); // from now on it stands where it is put
    }

    @AfterAll
    static void it_has_suffered_enough() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_renewal_that_was_killed_is_finished_once(KillPlace place) throws IOException, InterruptedException {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < (place.isOfSeveral() ? 3 : 1); i++) {
            customers.add(new Customer(place.isOfMails()));
        }
        Instant renewal = Sandbox.now().atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
        customers.forEach(Customer::prepare);

        place.kill().arm();
        try {
            Sandbox.travelTo(renewal);
        } catch (UncheckedIOException cutOff) {
            // as it has to be
        }
        assertThat(server.awaitDeath()).as("killed at " + place).isTrue();
        place.kill().disarm();

        server.start();
        TABLES.endPatience();
        Sandbox.travelTo(renewal);
        customers.forEach(customer -> customer.check(renewal));
        assertThat(TABLES.query("select cast(c.payment_id as varchar(36)) from sandbox_charge c left join payment p"
                        + " on p.id = c.payment_id where c.state = 'SUCCEEDED'"
                        + " and (p.id is null or p.status <> 'SUCCEEDED' or p.amount <> c.amount)"))
                .as("money that the provider has and we don't know of")
                .isEmpty();
        assertThat(TABLES.query("select cast(p.id as varchar(36)) from payment p where p.status = 'PENDING'"))
                .as("attempts without an outcome")
                .isEmpty();
        assertThat(get("invariants")).isEmpty();
        customers.forEach(Customer::leave);
    }

    /** Somebody whose subscription is renewed a month from now, partly with credit; or whose card is declined then. */
    private static final class Customer {
        private final String email = Sandbox.freshEmail();
        private final UUID account = Sandbox.account(email);
        private final boolean declined;
        private final String subscription;

        Customer(boolean declined) {
            this.declined = declined;
            Sandbox.attach(account, "card", "pm_card_visa");
            subscription = Sandbox.chargedOrder(account, "startup", "{'custom-domains':2}")
                    .at("/id")
                    .asText();
        }

        void prepare() {
            if (declined) {
                Sandbox.attach(account, "card", "pm_card_chargeCustomerFail");
            } else {
                Api.Answer credit = Api.operator()
                        .post(
                                "/api/v1/accounts/" + account + "/credit",
                                "{'amount':" + CREDIT + ",'currency':'EUR','reason':'luck'}");
                assertThat(credit.status()).as(credit.toString()).isEqualTo(201);
            }
        }

        void check(Instant renewal) {
            JsonNode state =
                    Api.operator().get("/api/v1/subscriptions/" + subscription).json();
            assertThat(state.at("/currentPeriod/start").asText()).isEqualTo(renewal.toString());
            assertThat(state.at("/status").asText()).isEqualTo(declined ? "past_due" : "active");
            JsonNode invoices = Api.operator()
                    .get("/api/v1/invoices?account=" + account)
                    .json()
                    .at("/data");
            assertThat(invoices).as(invoices.toString()).hasSize(2);
            JsonNode bill = invoices.get(0); // the newest first
            assertThat(bill.at("/subtotal").asLong()).isEqualTo(PRICE);
            assertThat(bill.at("/lines")).hasSize(2);
            assertThat(bill.at("/status").asText()).isEqualTo(declined ? "open" : "paid");
            assertThat(bill.at("/creditApplied").asLong()).isEqualTo(declined ? 0 : CREDIT);
            assertThat(bill.at("/amountPaid").asLong())
                    .isEqualTo(declined ? 0 : bill.at("/total").asLong() - CREDIT);
            assertThat(TABLES.query("select cast(id as varchar(36)) from payment where invoice_id = '"
                            + bill.at("/id").asText() + "'"))
                    .as("attempts to charge it")
                    .hasSize(1);
            if (declined) {
                JsonNode mails = Api.operator()
                        .get("/api/v1/sandbox/mailbox?to=" + email)
                        .json()
                        .at("/data");
                String number = bill.at("/number").asText();
                assertThat(mails.findValuesAsText("text"))
                        .filteredOn(text -> text.contains(number))
                        .as("mails of the declined charge")
                        .hasSize(1);
            }
        }

        void leave() {
            Api.Answer canceled =
                    Api.operator().post("/api/v1/subscriptions/" + subscription + "/cancellation", "{'when':'now'}");
            assertThat(canceled.status()).as(canceled.toString()).isEqualTo(200);
        }
    }

    private static String get(String probe) {
        return Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + WAR + probe))
                        .build())
                .body();
    }
}
