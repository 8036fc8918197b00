package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.LocalDate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.chancery.client.ClientSettings;
import org.chancery.client.KeySource;
import org.chancery.client.LicenseClient;
import org.chancery.client.LicenseListener;
import org.chancery.client.LicenseState;
import org.chancery.client.LicenseStatus;
import org.chancery.client.Placement;
import org.chancery.client.Preview;
import org.chancery.client.Refusal;
import org.chancery.client.ReportSource;
import org.chancery.client.SecretSource;
import org.chancery.client.Software;
import org.chancery.client.Trouble;
import org.chancery.client.wire.ServerAccess;
import org.chancery.it.harness.AgentProcess;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Gate;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped client against the shipped server. */
@ContainerTest
class ClientIT {

    private static final LocalDate RELEASED = LocalDate.parse("2026-05-01");

    private final JsonNode order = Sandbox.paidOrder(Sandbox.account(), "startup", "{}");
    private final String secret = order.at("/license/secret").asText();
    private final BlockingQueue<LicenseStatus> heard = new LinkedBlockingQueue<>();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(ClientIT.class);
    }

    private LicenseClient start(URI server, Path state, SecretSource source) {
        ClientSettings settings = new ClientSettings(
                ServerAccess.of(server),
                KeySource.pinned(Api.anonymous().get("/.well-known/jwks.json").body()),
                null,
                source,
                new Software("iot-platform", "3.2.0", RELEASED),
                Placement.of("site-1", "node-1"),
                state);
        LicenseListener listener = new LicenseListener() {
            @Override
            public void statusChanged(LicenseStatus before, LicenseStatus now) {
                heard.add(now);
            }
        };
        return LicenseClient.start(settings, listener, ReportSource.none());
    }

    private LicenseClient start(Path state) {
        return start(URI.create(Api.base()), state, SecretSource.fixed(secret));
    }

    /** The next change, whatever it is. */
    private LicenseStatus next() throws InterruptedException {
        LicenseStatus status = heard.poll(30, TimeUnit.SECONDS);
        assertThat(status).as("a change of status").isNotNull();
        return status;
    }

    private Api.Answer anotherInstance() {
        return new TestInstance(secret, "node-2").activate();
    }

    @Test
    void an_instance_activates_checks_and_gives_its_seat_back(@TempDir Path directory)
            throws IOException, InterruptedException {
        LicenseClient client = start(directory);
        LicenseStatus licensed = next();
        assertThat(licensed.state()).as(licensed.toString()).isEqualTo(LicenseState.LICENSED);
        assertThat(licensed.entitlements()).isNotNull().satisfies(granted -> assertThat(granted.limit("devices"))
                .hasValue(500));
        assertThat(client.preview().seats()).containsEntry("production", new Preview.Seats(1, 1));
        assertThat(anotherInstance().status()).isEqualTo(409);

        client.checkNow();
        assertThat(client.release()).isTrue();
        assertThat(client.status().state()).isEqualTo(LicenseState.RESTRICTED);
        assertThat(anotherInstance().status()).isEqualTo(201);
    }

    @Test
    void a_wrong_secret_is_denied_and_the_right_one_needs_no_restart(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("secret"), "lic_nonsense");
        try (LicenseClient client =
                start(URI.create(Api.base()), directory.resolve("state"), SecretSource.file(file))) {
            LicenseStatus denied = next();
            assertThat(denied.state()).as(denied.toString()).isEqualTo(LicenseState.DENIED);
            assertThat(denied.refusal()).isEqualTo(new Refusal(101, null));
            Files.writeString(file, "\"" + secret + "\"\n");
            client.checkNow();
            assertThat(next().state()).isEqualTo(LicenseState.LICENSED);
        }
    }

    @Test
    void a_suspended_license_is_denied_and_comes_back(@TempDir Path directory) throws InterruptedException {
        String license = "/api/v1/licenses/" + order.at("/license/id").asText() + "/suspension";
        try (LicenseClient client = start(directory)) {
            next();
            assertThat(Api.operator().post(license, "{'reason':'test'}").status())
                    .isEqualTo(200);
            client.checkNow();
            assertThat(next().refusal()).isEqualTo(new Refusal(103, "suspended"));
            assertThat(Api.operator().delete(license).status()).isEqualTo(200);
            client.checkNow();
            assertThat(next().state()).isEqualTo(LicenseState.LICENSED);
        }
    }

    @Test
    void a_server_that_is_away_costs_nothing_and_is_found_again(@TempDir Path directory) throws InterruptedException {
        try (Gate gate = new Gate();
                LicenseClient client = start(gate.url(), directory, SecretSource.fixed(secret))) {
            LicenseStatus licensed = next();
            assertThat(licensed.state()).as(licensed.toString()).isEqualTo(LicenseState.LICENSED);
            gate.shut();
            client.checkNow();
            LicenseStatus silent = next();
            assertThat(silent.trouble()).isEqualTo(Trouble.UNREACHABLE);
            assertThat(silent.mayRun()).isTrue();
            LicenseStatus grace = next(); // after the second try
            assertThat(grace.state()).isEqualTo(LicenseState.GRACE);
            assertThat(grace.until()).isEqualTo(licensed.until());
            gate.open();
            client.checkNow();
            assertThat(next().state()).isEqualTo(LicenseState.LICENSED);
        }
    }

    @Test
    void the_next_process_goes_on_with_the_seat_of_the_last(@TempDir Path directory) throws InterruptedException {
        String instance;
        try (LicenseClient client = start(directory)) {
            instance = next().instanceId();
        }
        try (LicenseClient client = start(directory)) {
            assertThat(client.status().state()).isEqualTo(LicenseState.LICENSED);
            assertThat(client.status().instanceId()).isEqualTo(instance);
            client.release();
        }
    }

    @Test
    void a_copy_is_denied_while_the_original_goes_on(@TempDir Path directory) throws IOException, InterruptedException {
        Path original = directory.resolve("original");
        Path copied = Files.createDirectories(directory.resolve("copy"));
        try (LicenseClient client = start(original)) {
            next();
        }
        Files.copy(original.resolve("state.json"), copied.resolve("state.json"));
        try (LicenseClient client = start(original)) {
            TestInstance.verified(leaseAfterCheck(client, original));
            try (LicenseClient copy = start(copied)) {
                copy.checkNow();
                LicenseStatus denied = next();
                assertThat(denied.state()).as(denied.toString()).isEqualTo(LicenseState.DENIED);
                assertThat(client.status().state()).isEqualTo(LicenseState.LICENSED);
            }
        }
    }

    /** The lease in the state file once the original has checked again. */
    private static String leaseAfterCheck(LicenseClient client, Path state) throws IOException, InterruptedException {
        try (WatchService changes = FileSystems.getDefault().newWatchService()) {
            state.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            String before = Files.readString(state.resolve("state.json"));
            client.checkNow();
            String now = before;
            while (now.equals(before) || now.contains("\"proposal\"")) {
                awaitChange(changes);
                now = Files.readString(state.resolve("state.json"));
            }
            return now.replaceAll("(?s).*\"lease\":\"([^\"]+)\".*", "$1");
        }
    }

    private static void awaitChange(WatchService changes) throws InterruptedException {
        WatchKey key = changes.poll(30, TimeUnit.SECONDS);
        assertThat(key).as("a change in the directory").isNotNull();
        key.pollEvents();
        key.reset();
    }

    @Test
    void the_agent_is_one_jar_that_needs_nothing_but_java(@TempDir Path directory)
            throws IOException, InterruptedException {
        try (AgentProcess agent = AgentProcess.shipped(directory, secret)) {
            agent.start();
            agent.awaitLicensed();
            assertThat(anotherInstance().status()).isEqualTo(409);
            agent.stop();
            assertThat(agent.awaitEnd()).isTrue();
            assertThat(anotherInstance().status()).as("its seat").isEqualTo(201);
        }
    }
}
