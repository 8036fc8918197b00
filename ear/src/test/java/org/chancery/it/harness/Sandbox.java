package org.chancery.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests need in the sandbox before their own story starts. Every account is new, so tests share nothing. */
public final class Sandbox {

    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(30);
    private static final String CLOCK = "/api/v1/sandbox/clock";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) ?(\\d{4})\\b");
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private Sandbox() {}

    public static String freshEmail() {
        return "owner-" + RUN + "-" + COUNT.incrementAndGet() + "@example.org";
    }

    /** An account that a German customer would have. */
    public static UUID account() {
        return account(freshEmail());
    }

    /** The same, of an owner who can sign in. */
    public static UUID account(String email) {
        Api.Answer answer = Api.operator()
                .post(
                        "/api/v1/accounts",
                        "{'company':'Test GmbH','email':'" + email + "','currency':'EUR','country':'DE',"
                                + "'address':'Teststr. 1, 10115 Berlin'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.text("/id"));
    }

    /** A token that speaks for the account as its owner. */
    public static Api ownerOf(UUID account) {
        Api.Answer answer =
                Api.operator().post("/api/v1/accounts/" + account + "/tokens", "{'name':'test','role':'owner'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return Api.anonymous().as(answer.text("/token"));
    }

    /** Attaches a card or bank account, which is charged from now on. @return its id */
    public static String attach(UUID account, String type, String token) {
        Api.Answer answer = Api.operator()
                .post(
                        "/api/v1/accounts/" + account + "/payment-methods",
                        "{'type':'" + type + "','token':'" + token + "'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("/id");
    }

    /** An order by wire, not paid yet. */
    public static JsonNode order(UUID account, String plan, String addOns) {
        Api.Answer answer = Api.operator()
                .post(
                        "/api/v1/subscriptions",
                        "{'account':'" + account + "','product':'iot-platform','plan':'" + plan
                                + "','period':'month','currency':'EUR','addOns':" + addOns + ",'collection':'wire'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    /** An order that the account's card pays, by the month: active, unless the card is declined. */
    public static JsonNode chargedOrder(UUID account, String plan, String addOns) {
        Api.Answer answer = Api.operator()
                .post(
                        "/api/v1/subscriptions",
                        "{'account':'" + account + "','product':'iot-platform','plan':'" + plan
                                + "','period':'month','currency':'EUR','addOns':" + addOns
                                + ",'collection':'charge'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    /** Money arrived for an invoice. */
    public static Api.Answer pay(String invoice, long amount) {
        return Api.operator()
                .post(
                        "/api/v1/invoices/" + invoice + "/payments",
                        "{'amount':" + amount + ",'reference':'bank statement'}");
    }

    /** An order by wire, paid in full: its license may be used. */
    public static JsonNode paidOrder(UUID account, String plan, String addOns) {
        JsonNode order = order(account, plan, addOns);
        Api.Answer paid = pay(
                order.at("/invoice/id").asText(), order.at("/invoice/amountDue").asLong());
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return order;
    }

    /** A perpetual license, paid by the account's card: its license may be used, and nothing renews it. */
    public static JsonNode paidPerpetual(UUID account) {
        Api.Answer order = Api.operator()
                .post(
                        "/api/v1/perpetual-licenses",
                        "{'account':'" + account + "','product':'iot-platform','plan':'perpetual','currency':'EUR',"
                                + "'collection':'charge'}");
        assertThat(order.text("/status")).as(order.toString()).isEqualTo("active");
        return order.json();
    }

    /**
     * A new operator's address. Tests that sign in take one of their own: an address gets five codes an hour.
     *
     * @param role such as {@code admin}
     */
    public static String operator(String role) {
        String email = freshEmail();
        Api.Answer answer = Api.operator().post("/api/v1/operators", "{'email':'" + email + "','role':'" + role + "'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return email;
    }

    /** The newest sign-in code that was mailed to the address, once one has arrived. Other mails have numbers, too. */
    public static Optional<String> mailedCode(String email) {
        String query = "?to=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        for (JsonNode mail :
                Api.operator().get("/api/v1/sandbox/mailbox" + query).json().at("/data")) {
            Matcher code = CODE.matcher(mail.at("/text").asText());
            if (mail.at("/subject").asText().contains("sign-in code") && code.find()) {
                return Optional.of(code.group(1) + code.group(2));
            }
        }
        return Optional.empty();
    }

    /** The newest sign-in code for the address, once it has arrived: mail is sent after the answer. */
    public static String awaitCode(String email) {
        long deadline = System.nanoTime() + MAIL_PATIENCE.toNanos();
        Optional<String> code = mailedCode(email);
        while (code.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("No code was mailed to " + email);
            }
            code = mailedCode(email);
        }
        return code.get();
    }

    /** The vendor's only tax rate. A country that no other test sells to, or the amounts of other tests are taxed. */
    public static void taxRate(String country, String percent, String from) {
        Api.Answer answer = Api.operator()
                .put(
                        "/api/v1/settings",
                        "{'taxRates':[{'country':'" + country + "','rate':" + percent + ",'from':'" + from + "'}]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** What the sandbox's clock shows. */
    public static Instant now() {
        return Instant.parse(Api.operator().get(CLOCK).text("/now"));
    }

    /** The day of the sandbox's clock, in UTC. */
    public static LocalDate today() {
        return now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Moves the sandbox's clock; what falls due on the way is done when it does. From then on the clock stands. */
    public static void travelTo(Instant instant) {
        Api.Answer moved = Api.operator().put(CLOCK, "{'now':'" + instant + "'}");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    }

    /** A code that no other test has. */
    public static String freshCode() {
        return "T-" + RUN.toUpperCase(Locale.ROOT) + "-" + COUNT.incrementAndGet();
    }

    /**
     * The body of a new coupon of 20 percent off the first period.
     *
     * @param more further fields, each with a comma before it
     */
    public static String newCoupon(String more) {
        return "{'code':'" + freshCode() + "','percent':20,'duration':'once'" + more + "}";
    }
}
