package org.chancery.it.authorisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;

/** How to knock at each endpoint with a request that is refused for nothing but its sender. What is used up is new each time. */
public final class Doors {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String OPERATORS = "/api/v1/operators";
    private static final String LICENSES = "/api/v1/licenses";
    private static final String INSTANCES = "/api/v1/instances";
    private static final Pattern ROTATION = Pattern.compile("/console/signing-keys/([\\w-]{43})/rotation");
    private static final String PLAN = "'product':'iot-platform','plan':'maker','period':'month','currency':'EUR'";

    private final Map<String, Supplier<Call>> doors = new HashMap<>();
    private final UUID account;
    private final JsonNode subscription;
    private final String instance;
    private String spareUser = "none yet";

    /** @param account whose things are reached for */
    public Doors(UUID account) {
        this.account = account;
        this.subscription = Sandbox.paidOrder(account, "maker", "{}");
        this.instance = activated(subscription);
        accounts();
        users();
        operators();
        vendor();
        money();
        perpetuals();
        changes();
        licenses();
        offline();
        instances();
        payments();
        coupons();
        pages();
    }

    /** A request for the row; pages and what needs no more than its address have no entry. */
    public Call knockAt(Row row) {
        return doors.getOrDefault(row.key(), Call::plain).get();
    }

    private void accounts() {
        doors.put("POST " + ACCOUNTS, () -> Call.plain()
                .body("{'company':'New GmbH','email':'" + Sandbox.freshEmail() + "','currency':'EUR','country':'DE'}"));
        doors.put("GET " + ACCOUNTS + "/{id}", this::onAccount);
        doors.put("PATCH " + ACCOUNTS + "/{id}", () -> onAccount().body("{'company':'Renamed GmbH'}"));
        doors.put("GET " + ACCOUNTS + "/{id}/credit", this::onAccount);
        doors.put("POST " + ACCOUNTS + "/{id}/credit", () -> onAccount()
                .body("{'amount':100,'currency':'EUR','reason':'matrix'}"));
        doors.put("GET " + ACCOUNTS + "/{id}/tokens", this::onAccount);
        doors.put("POST " + ACCOUNTS + "/{id}/tokens", () -> onAccount().body("{'name':'t','role':'viewer'}"));
        doors.put("DELETE " + ACCOUNTS + "/{id}/tokens/{tokenId}", () -> onAccount()
                .with("tokenId", created(ACCOUNTS + "/" + account + "/tokens", "{'name':'t','role':'viewer'}")));
    }

    private void users() {
        String users = ACCOUNTS + "/{id}/users";
        doors.put("GET " + users, this::onAccount);
        doors.put("POST " + users, () -> onAccount().body(person("viewer")));
        doors.put("PATCH " + users + "/{userId}", () -> onSpareUser().body("{'role':'member'}"));
        doors.put("DELETE " + users + "/{userId}", this::onSpareUser);
    }

    /** Invitations are mails and therefore few an hour: another one only when the last user is gone. */
    private Call onSpareUser() {
        String users = ACCOUNTS + "/" + account + "/users";
        if (!Api.operator().get(users).body().contains(spareUser)) {
            spareUser = created(users, person("viewer"));
        }
        return onAccount().with("userId", spareUser);
    }

    private void operators() {
        String token = "{'name':'t','role':'viewer'}";
        doors.put("POST " + OPERATORS, () -> Call.plain().body(person("support")));
        doors.put("PATCH " + OPERATORS + "/{id}", () -> onNewOperator().body("{'role':'billing'}"));
        doors.put("DELETE " + OPERATORS + "/{id}", Doors::onNewOperator);
        doors.put("DELETE " + OPERATORS + "/{id}/second-factor", Doors::onNewOperator);
        doors.put("GET " + OPERATORS + "/{id}/tokens", Doors::onNewOperator);
        doors.put("POST " + OPERATORS + "/{id}/tokens", () -> onNewOperator().body(token));
        doors.put("DELETE " + OPERATORS + "/{id}/tokens/{tokenId}", () -> {
            String operator = created(OPERATORS, person("support"));
            return Call.on(operator).with("tokenId", created(OPERATORS + "/" + operator + "/tokens", token));
        });
    }

    private static Call onNewOperator() {
        return Call.on(created(OPERATORS, person("support")));
    }

    private void vendor() {
        doors.put("PUT /api/v1/settings", () -> asItIs("/api/v1/settings"));
        doors.put("PUT /api/v1/catalog", () -> asItIs("/api/v1/catalog"));
        doors.put("PUT /api/v1/sandbox/clock", Doors::aMinuteLater);
        doors.put("GET /api/v1/sandbox/mailbox", () -> Call.plain().query("?to=nobody@example.org"));
        doors.put("DELETE /api/v1/sandbox/mailbox", () -> Call.plain().query("?to=nobody@example.org"));
    }

    private static Call aMinuteLater() {
        Instant now = Instant.parse(Api.operator().get("/api/v1/sandbox/clock").text("/now"));
        return Call.plain().body("{'now':'" + now.plusSeconds(60) + "'}");
    }

    private static Call asItIs(String path) {
        return Call.plain().body(Api.operator().get(path).body());
    }

    private void money() {
        String subscriptions = "/api/v1/subscriptions";
        String invoices = "/api/v1/invoices";
        doors.put("POST /api/v1/quotes (price list)", () -> Call.plain().body("{" + PLAN + "}"));
        doors.put(
                "POST /api/v1/quotes (of an account)",
                () -> listOfAccount().query("").body("{'account':'{account}'," + PLAN + "}"));
        doors.put(
                "POST " + subscriptions,
                () -> listOfAccount().query("").body("{'account':'{account}'," + PLAN + ",'collection':'wire'}"));
        doors.put("GET " + subscriptions, this::listOfAccount);
        doors.put("GET " + subscriptions + "/{id}", () -> Call.on(text(subscription, "/id")));
        doors.put("GET " + invoices, this::listOfAccount);
        for (String file : new String[] {"/archive.zip", "/archive.csv"}) {
            doors.put("GET " + invoices + file, () -> listOfAccount()
                    .query("?account={account}&year=" + Sandbox.today().getYear()));
        }
        doors.put("GET " + invoices + "/{id}", () -> Call.on(text(subscription, "/invoice/id")));
        doors.put("POST " + invoices + "/{id}/payments", () -> Call.on(
                        text(Sandbox.order(account, "maker", "{}"), "/invoice/id"))
                .body("{'amount':1000,'reference':'statement'}"));
    }

    private void perpetuals() {
        String perpetuals = "/api/v1/perpetual-licenses";
        String order = "{'account':'" + account + "','product':'iot-platform','plan':'perpetual','currency':'EUR',"
                + "'collection':'wire'}";
        doors.put(
                "POST " + perpetuals,
                () -> listOfAccount().query("").body(order.replace(account.toString(), "{account}")));
        doors.put("GET " + perpetuals, this::listOfAccount);
        doors.put("GET " + perpetuals + "/{id}", () -> Call.on(created(perpetuals, order)));
        doors.put("POST " + perpetuals + "/{id}/updates", () -> {
            JsonNode bought = done(Api.operator().post(perpetuals, order)).json();
            done(Sandbox.pay(
                    text(bought, "/invoice/id"), bought.at("/invoice/amountDue").asLong()));
            return Call.on(text(bought, "/id")).body("{'collection':'wire'}");
        });
        JsonNode active = done(Api.operator().post(perpetuals, order)).json();
        done(Sandbox.pay(
                text(active, "/invoice/id"), active.at("/invoice/amountDue").asLong()));
        doors.put("PAGE /perpetual/{id}", () -> Call.on(text(active, "/id")));
        doors.put("PAGE /perpetual/{id}/updates", () -> Call.on(text(active, "/id")));
    }

    private void changes() {
        String one = "/api/v1/subscriptions/{id}";
        doors.put("PATCH " + one, () -> onNewSubscription("maker").body("{'collection':'wire'}"));
        doors.put("POST " + one + "/changes", () -> onNewSubscription("startup")
                .body("{'plan':'maker','when':'period_end'}"));
        doors.put("DELETE " + one + "/changes", () -> {
            Call call = onNewSubscription("startup");
            done(Api.operator().post(call.address(one + "/changes"), "{'plan':'maker'}"));
            return call;
        });
        doors.put("POST " + one + "/cancellation", () -> onNewSubscription("maker")
                .body("{}"));
        doors.put("DELETE " + one + "/cancellation", () -> {
            Call call = onNewSubscription("maker");
            done(Api.operator().post(call.address(one + "/cancellation"), "{}"));
            return call;
        });
        doors.put("POST /api/v1/invoices/{id}/void", this::onOpenInvoice);
        doors.put("POST /api/v1/invoices/{id}/uncollectible", this::onOpenInvoice);
    }

    private Call onNewSubscription(String plan) {
        return Call.on(text(Sandbox.paidOrder(account, plan, "{}"), "/id"));
    }

    private Call onOpenInvoice() {
        return Call.on(text(Sandbox.order(account, "maker", "{}"), "/invoice/id"));
    }

    private void licenses() {
        String license = text(subscription, "/license/id");
        doors.put("GET " + LICENSES + "/{id}", () -> Call.on(license));
        doors.put("GET " + LICENSES + "/{id}/instances", () -> Call.on(license));
        doors.put("POST " + LICENSES + "/{id}/secret", () -> Call.on(text(order(), "/license/id")));
        doors.put("POST " + LICENSES + "/{id}/suspension", () -> Call.on(text(order(), "/license/id"))
                .body("{'reason':'test'}"));
        doors.put("DELETE " + LICENSES + "/{id}/suspension", () -> {
            String suspended = text(order(), "/license/id");
            done(Api.operator().post(LICENSES + "/" + suspended + "/suspension", "{'reason':'test'}"));
            return Call.on(suspended);
        });
        doors.put("PUT " + LICENSES + "/{id}/deployment", () -> Call.on(text(order(), "/license/id"))
                .body("{'deploymentId':'plant-cologne'}"));
        doors.put("DELETE " + LICENSES + "/{id}/deployment", () -> Call.on(text(order(), "/license/id")));
        doors.put("DELETE " + LICENSES + "/{id}/instances/{instance}", () -> {
            JsonNode order = order();
            return Call.on(text(order, "/license/id")).with("instance", activated(order));
        });
    }

    /** Each file is for the same place, so that they all fit onto one seat. */
    private void offline() {
        JsonNode bought = done(Api.operator()
                        .post(
                                "/api/v1/perpetual-licenses",
                                "{'account':'" + account + "','product':'iot-platform','plan':'perpetual',"
                                        + "'currency':'EUR','addOns':{'offline-mode':1},'collection':'wire'}"))
                .json();
        done(Sandbox.pay(
                text(bought, "/invoice/id"), bought.at("/invoice/amountDue").asLong()));
        String license = text(bought, "/license/id");
        String files = LICENSES + "/{id}/offline-licenses";
        doors.put("GET " + files, () -> Call.on(license));
        doors.put("POST " + files, () -> Call.on(license).body(offlineRequest()));
        doors.put("GET " + files + "/{file}", () -> onNewFile(license));
        doors.put("PAGE /licenses/{id}/offline/{file}", () -> onNewFile(license));
        doors.put("POST " + files + "/{file}/return", () -> {
            String file = created(LICENSES + "/" + license + "/offline-licenses", offlineRequest());
            return Call.on(license)
                    .with("file", file)
                    .body("{'proof':'" + coded("{\"returned\":\"" + file + "\",\"returnSecret\":\"ret_matrix\"}")
                            + "'}");
        });
        doors.put(
                "POST " + files + "/{file}/write-off", () -> onNewFile(license).body("{'reason':'lost'}"));
    }

    private static Call onNewFile(String license) {
        String path = LICENSES + "/" + license + "/offline-licenses";
        return Call.on(license).with("file", created(path, offlineRequest()));
    }

    private static String offlineRequest() {
        return "{'request':'"
                + coded("{\"product\":\"iot-platform\",\"releaseDate\":\"2026-01-01\",\"deploymentId\":\"site-1\","
                        + "\"instanceName\":\"matrix\",\"seatClass\":\"production\","
                        + "\"bind\":{\"type\":\"deployment\",\"value\":\"site-1\"},\"returnHash\":\""
                        + TestInstance.hash("ret_matrix") + "\",\"nonce\":\"" + TestInstance.random(24) + "\"}")
                + "','ttl':3600}";
    }

    private static String coded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody's token is a license or check secret: the requests are right but for that. */
    private void instances() {
        doors.put("POST " + LICENSES + "/preview", () -> Call.plain().body("{'product':'iot-platform'}"));
        doors.put("GET " + LICENSES + "/current/deployment/{file}", () -> Call.plain()
                .with("file", "systemd"));
        doors.put("POST " + INSTANCES, () -> Call.plain()
                .body(new TestInstance("", "matrix")
                        .activation(TestInstance.hash(TestInstance.newSecret()), TestInstance.random(24))));
        doors.put("POST " + INSTANCES + "/{id}/checks", () -> Call.on(instance)
                .body("{'epoch':1,'seq':0,'bootId':'b','nextSecretHash':'"
                        + TestInstance.hash(TestInstance.newSecret()) + "','nonce':'" + TestInstance.random(24)
                        + "'}"));
        doors.put("POST " + INSTANCES + "/{id}/offline-licenses", () -> Call.on(instance)
                .body("{'ttl':3600,'bind':{'type':'deployment','value':'site-1'}}"));
        doors.put("DELETE " + INSTANCES + "/{id}", () -> Call.on(instance));
        doors.put("GET " + INSTANCES + "/{id}/entitlements", () -> Call.on(instance));
    }

    private void payments() {
        String path = ACCOUNTS + "/{id}/payment-methods";
        String card = "{'type':'card','token':'pm_card_visa'}";
        String method = created(ACCOUNTS + "/" + account + "/payment-methods", card);
        doors.put("GET " + path, this::onAccount);
        doors.put("POST " + path, () -> onAccount().body(card));
        doors.put("DELETE " + path + "/{method}", () -> onAccount()
                .with("method", created(ACCOUNTS + "/" + account + "/payment-methods", card)));
        doors.put("PUT " + path + "/{method}/default", () -> onAccount().with("method", method));
        doors.put("POST /api/v1/invoices/{id}/charge", () -> Call.on(
                        text(Sandbox.order(account, "maker", "{}"), "/invoice/id"))
                .body("{'paymentMethod':'" + method + "'}"));
    }

    private void coupons() {
        String coupons = "/api/v1/coupons";
        String partners = "/api/v1/partners";
        doors.put("POST " + coupons, () -> Call.plain().body(Sandbox.newCoupon("")));
        for (String door : new String[] {
            "GET " + coupons + "/{id}",
            "DELETE " + coupons + "/{id}",
            "GET " + coupons + "/{id}/redemptions",
            "PAGE /console/coupons/{id}"
        }) {
            doors.put(door, () -> Call.on(created(coupons, Sandbox.newCoupon(""))));
        }
        String partner = "{'name':'Nordwind GmbH'}";
        doors.put("POST " + partners, () -> Call.plain().body(partner));
        for (String door :
                new String[] {"GET " + partners + "/{id}", "DELETE " + partners + "/{id}", "PAGE /console/partners/{id}"
                }) {
            doors.put(door, () -> Call.on(created(partners, partner)));
        }
    }

    private void pages() {
        Supplier<Call> onSubscription = () -> Call.on(text(subscription, "/id"));
        String operator = created(OPERATORS, person("support"));
        for (String page : new String[] {"", "/change", "/change/confirm", "/add-ons", "/cancel", "/resume"}) {
            doors.put("PAGE /subscriptions/{id}" + page, onSubscription);
        }
        doors.put("PAGE /billing/invoices/{id}", () -> Call.on(text(subscription, "/invoice/id")));
        doors.put("PAGE /order/{id}/done", onSubscription);
        doors.put("PAGE /licenses/{id}/secret", () -> Call.on(text(subscription, "/license/id")));
        doors.put("PAGE /licenses/{id}/deployment", () -> Call.on(text(subscription, "/license/id")));
        doors.put("PAGE /licenses/{id}/offline", () -> Call.on(text(subscription, "/license/id")));
        doors.put("PAGE /instances/{id}", () -> Call.on(instance));
        doors.put("PAGE /instances/{id}/deactivate", () -> Call.on(instance));
        doors.put("PAGE /console/accounts/{id}", this::onAccount);
        doors.put("PAGE /console/accounts/{id}/credit", this::onAccount);
        doors.put("PAGE /console/accounts/{id}/credit/new", this::onAccount);
        doors.put("PAGE /console/tax/{id}/removal", () -> {
            Sandbox.taxRate("IS", "24", "2021-01-01");
            return Call.on("IS-2021-01-01");
        });
        doors.put("PAGE /console/signing-keys/{id}/rotation", () -> Call.on(waitingKey()));
        doors.put("PAGE /console/invoices/{id}", () -> Call.on(text(subscription, "/invoice/id")));
        doors.put("PAGE /console/operators/{id}", () -> Call.on(operator));
        doors.put("PAGE /sandbox/confirm/{id}", () -> Call.on(unconfirmed()));
        doors.put("PAGE /sandbox/setup/{id}", () -> Call.on(visitAtTheProvider()));
        doors.put("PAGE /billing/methods/{id}/remove", () -> Call.on(Sandbox.attach(account, "card", "pm_card_visa")));
    }

    /** The key that signs next, which an administrator publishes on the way when there is none. */
    private static String waitingKey() {
        Visitor administrator = new Visitor("198.51.100.98");
        administrator.signIn("/console/sign-in", Sandbox.operator("admin"));
        String page = "/console/signing-keys";
        Matcher link = ROTATION.matcher(done(administrator.get(page)).body());
        if (!link.find()) {
            administrator.submit(page, "next", "next", "prepare");
            return waitingKey();
        }
        return link.group(1);
    }

    /** A page of the provider that waits for a card. */
    private static String visitAtTheProvider() {
        String email = Sandbox.freshEmail();
        Sandbox.account(email);
        Visitor owner = new Visitor("198.51.100.99");
        owner.signIn("/sign-in", email);
        String address = owner.submit("/billing/methods/new", "unused", "", "continue");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A payment whose card wants to be asked. */
    private String unconfirmed() {
        String methods = ACCOUNTS + "/" + account + "/payment-methods";
        String method = created(methods, "{'type':'card','token':'pm_card_authenticationRequired'}");
        String invoice = text(Sandbox.order(account, "maker", "{}"), "/invoice/id");
        Api.Answer charged = done(
                Api.operator().post("/api/v1/invoices/" + invoice + "/charge", "{'paymentMethod':'" + method + "'}"));
        String address = charged.text("/payment/confirmUrl");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Call onAccount() {
        return Call.on(account.toString());
    }

    private Call listOfAccount() {
        return Call.plain().with("account", account.toString()).query("?account={account}");
    }

    private JsonNode order() {
        return Sandbox.paidOrder(account, "maker", "{}");
    }

    private static String activated(JsonNode order) {
        TestInstance instance = new TestInstance(text(order, "/license/secret"), "matrix");
        done(instance.activate());
        return instance.id();
    }

    static String person(String role) {
        return "{'email':'" + Sandbox.freshEmail() + "','role':'" + role + "'}";
    }

    static String created(String path, String body) {
        return done(Api.operator().post(path, body)).text("/id");
    }

    /** What comes before the knock must succeed, or the knock says nothing. */
    static Api.Answer done(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("Preparation failed: " + answer);
        }
        return answer;
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText();
    }
}
