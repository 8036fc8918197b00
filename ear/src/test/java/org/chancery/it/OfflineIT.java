package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.chancery.client.ClientSettings;
import org.chancery.client.KeySource;
import org.chancery.client.LicenseClient;
import org.chancery.client.LicenseListener;
import org.chancery.client.LicenseStatus;
import org.chancery.client.Placement;
import org.chancery.client.ReportSource;
import org.chancery.client.SecretSource;
import org.chancery.client.Software;
import org.chancery.client.token.OfflineLicense;
import org.chancery.client.token.TokenException;
import org.chancery.client.token.TokenRefusal;
import org.chancery.client.wire.ServerAccess;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offline licenses of the shipped server in the hands of the shipped client. */
@ContainerTest
class OfflineIT {

    private static final Duration MONTH = Duration.ofDays(30);

    private final UUID account = Sandbox.account();
    private final Api owner = Sandbox.ownerOf(account);
    private final JsonNode bought = bought(account, 0);
    private final String secret = bought.at("/license/secret").asText();
    private final String files = "/api/v1/licenses/" + bought.at("/license/id").asText() + "/offline-licenses";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(OfflineIT.class);
    }

    @Test
    void a_site_that_was_never_online_is_licensed_by_a_file_and_gives_it_back(@TempDir Path disk)
            throws IOException, TokenException {
        String request;
        try (LicenseClient site = LicenseClient.idle(unconnected(disk))) {
            request = site.offlineRequest();
        }
        Api.Answer issued = issue(request, MONTH);
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(TestInstance.verified(issued.text("/license"))
                        .at("/header/typ")
                        .asText())
                .isEqualTo("license+jwt");
        assertThat(issue(request, MONTH).text("/license"))
                .as("the same request")
                .isEqualTo(issued.text("/license"));

        String proof;
        try (LicenseClient site = LicenseClient.idle(unconnected(disk))) {
            OfflineLicense file = site.importOfflineLicense(issued.text("/license"));
            assertThat(file.id()).isEqualTo(issued.text("/id"));
            LicenseStatus status = site.status();
            assertThat(status.mayRun())
                    .as(status.toString())
                    .isTrue(); // the sandbox's clock may be far ahead of this one
            assertThat(status.offline()).isTrue();
            assertThat(status.entitlements()).isNotNull().satisfies(granted -> {
                assertThat(granted.limit("devices")).hasValue(1000);
                assertThat(granted.hasFeature("offline-mode")).isTrue();
            });
            assertThat(new TestInstance(secret, "node-2").activate().status()).isEqualTo(409);
            proof = Objects.requireNonNull(site.returnOfflineLicense());
            assertThat(site.status().mayRun()).isFalse();
        }
        String path = files + "/" + issued.text("/id");
        Api.Answer forged =
                owner.post(path + "/return", body("proof", "{\"returned\":\"" + issued.text("/id") + "\"}"));
        assertThat(forged.text("/reason")).as(forged.toString()).isEqualTo("offline-return-wrong");
        Api.Answer returned = owner.post(path + "/return", body("proof", proof));
        assertThat(returned.text("/state")).as(returned.toString()).isEqualTo("returned");
        assertThat(new TestInstance(secret, "node-2").activate().status()).isEqualTo(201);
    }

    @Test
    void a_running_instance_takes_its_seat_along_and_nothing_but_the_file_uses_it(@TempDir Path disk)
            throws IOException, TokenException, InterruptedException {
        CountDownLatch licensed = new CountDownLatch(1);
        LicenseListener listener = new LicenseListener() {
            @Override
            public void statusChanged(LicenseStatus before, LicenseStatus now) {
                licensed.countDown();
            }
        };
        LicenseClient client = LicenseClient.start(connected(disk), listener, ReportSource.none());
        try {
            assertThat(licensed.await(30, TimeUnit.SECONDS)).isTrue();
            OfflineLicense file = client.borrowOfflineLicense(MONTH);
            assertThat(file.grace()).isEqualTo(Duration.ofDays(1));
            assertThat(client.status().offline()).isTrue();
        } finally {
            client.release();
        }
        assertThat(code(new TestInstance(secret, "node-2").activate())).isEqualTo(104);
        assertThat(code(new TestInstance(secret, "node-1").activate())).isEqualTo(111);
        String license = "/api/v1/licenses/" + bought.at("/license/id").asText();
        JsonNode instance = owner.get(license + "/instances").json().at("/data/0");
        assertThat(instance.at("/state").asText()).isEqualTo("offline");
        assertThat(owner.delete(license + "/instances/" + instance.at("/id").asText())
                        .status())
                .isEqualTo(204);
        assertThat(code(new TestInstance(secret, "node-2").activate())).isEqualTo(104);
    }

    @Test
    void another_place_does_not_take_the_file(@TempDir Path disk, @TempDir Path elsewhere) throws IOException {
        String request;
        try (LicenseClient site = LicenseClient.idle(unconnected(disk))) {
            request = site.offlineRequest();
        }
        String file = issue(request, MONTH).text("/license");
        try (LicenseClient site = LicenseClient.idle(settings(null, elsewhere, "site-2"))) {
            TokenException refused = catchThrowableOfType(TokenException.class, () -> site.importOfflineLicense(file));
            assertThat(refused.refusal()).isEqualTo(TokenRefusal.BINDING);
        }
    }

    @Test
    void a_file_without_an_end_is_for_what_is_bought_for_ever_and_can_be_written_off() {
        Api.Answer issued = owner.post(files, body("request", request("node-1")));
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(issued.json().has("expiresAt")).isFalse();
        String path = files + "/" + issued.text("/id");
        assertThat(owner.get(files).json().at("/data/0/state").asText()).isEqualTo("living");
        assertThat(owner.post(path + "/write-off", "{'reason':'burnt'}").status())
                .isEqualTo(403);
        assertThat(Api.operator()
                        .post(path + "/write-off", "{'reason':'burnt'}")
                        .text("/state"))
                .isEqualTo("lost");
        assertThat(new TestInstance(secret, "node-2").activate().status()).isEqualTo(201);
    }

    @Test
    void what_does_not_include_offline_licenses_gets_none() {
        JsonNode order = Sandbox.paidOrder(account, "startup", "{}");
        Api.Answer refused = owner.post(
                "/api/v1/licenses/" + order.at("/license/id").asText() + "/offline-licenses",
                body("request", request("node-1")).replace("}", ",\"ttl\":3600}"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.text("/reason")).isEqualTo("offline-not-included");
    }

    @Test
    void of_many_who_ask_for_the_last_seat_one_gets_it() {
        JsonNode two = bought(account, 1);
        String path = "/api/v1/licenses/" + two.at("/license/id").asText() + "/offline-licenses";
        List<Integer> statuses = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> i % 2 == 0
                        ? owner.post(path, body("request", request("node-" + i)))
                                .status()
                        : new TestInstance(two.at("/license/secret").asText(), "node-" + i)
                                .activate()
                                .status())
                .toList();
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(2);
    }

    private Api.Answer issue(String request, Duration ttl) {
        return owner.post(files, body("request", request).replaceAll("}$", ",\"ttl\":" + ttl.toSeconds() + "}"));
    }

    private static ClientSettings unconnected(Path disk) {
        return settings(null, disk, "site-1");
    }

    private ClientSettings connected(Path disk) {
        ClientSettings offline = settings(ServerAccess.of(URI.create(Api.base())), disk, "site-1");
        return new ClientSettings(
                offline.server(),
                offline.keys(),
                offline.issuer(),
                SecretSource.fixed(secret),
                offline.software(),
                offline.placement(),
                offline.stateDirectory());
    }

    private static ClientSettings settings(@Nullable ServerAccess server, Path disk, String deployment) {
        return new ClientSettings(
                server,
                KeySource.pinned(Api.anonymous().get("/.well-known/jwks.json").body()),
                Api.anonymous().get("/.well-known/license-configuration").text("/issuer"),
                SecretSource.none(),
                new Software("iot-platform", "3.2.0", LocalDate.parse("2026-05-01")),
                Placement.of(deployment, "node-1"),
                disk);
    }

    /** What a client writes, by hand and in base64url. */
    private static String request(String name) {
        String json = "{\"product\":\"iot-platform\",\"releaseDate\":\"2026-05-01\",\"deploymentId\":\"site-1\","
                + "\"instanceName\":\"" + name + "\",\"seatClass\":\"production\","
                + "\"bind\":{\"type\":\"instance\",\"value\":\"" + name + "\"},\"nonce\":\""
                + TestInstance.random(24) + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(String name, String text) {
        try {
            ObjectMapper json = new ObjectMapper();
            return json.writeValueAsString(json.createObjectNode().put(name, text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int code(Api.Answer answer) {
        return answer.json().at("/code").asInt();
    }

    /** A perpetual license with offline mode, paid. */
    private static JsonNode bought(UUID account, int moreSeats) {
        String addOns = "'offline-mode':1" + (moreSeats == 0 ? "" : ",'production-instances':" + moreSeats);
        Api.Answer order = Api.operator()
                .post(
                        "/api/v1/perpetual-licenses",
                        "{'account':'" + account + "','product':'iot-platform','plan':'perpetual','currency':'EUR',"
                                + "'addOns':{" + addOns + "},'collection':'wire'}");
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        Api.Answer paid = Sandbox.pay(
                order.text("/invoice/id"), order.json().at("/invoice/amountDue").asLong());
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return order.json();
    }
}
