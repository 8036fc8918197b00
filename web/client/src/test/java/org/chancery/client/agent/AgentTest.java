package org.chancery.client.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chancery.client.HttpLittleServer;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.token.TestClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AgentTest {

    private final Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Map<String, String> environment(HttpLittleServer server) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "CHANCERY_URL", server.url().toString(),
                "CHANCERY_PRODUCT", TestClaims.PRODUCT,
                "CHANCERY_PRODUCT_VERSION", "4.2.0",
                "CHANCERY_RELEASE_DATE", "2026-05-01",
                "CHANCERY_DEPLOYMENT_ID", "site-1",
                "CHANCERY_INSTANCE_NAME", "node-1",
                "CHANCERY_LICENSE_SECRET", "lic_a",
                "CHANCERY_STATE_DIR", directory.resolve("state").toString()));
        environment.put("CHANCERY_STATUS_FILE", status().toString());
        environment.put(
                "CHANCERY_OFFLINE_LICENSE_FILE", directory.resolve("license").toString());
        environment.put("CHANCERY_REPORT_FILE", directory.resolve("report.json").toString());
        return environment;
    }

    private Path status() {
        return directory.resolve("shared/status.json");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Agent.run(arguments, environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    AgentTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void an_agent_keeps_the_file_that_others_read_and_gives_the_seat_back_when_it_stops()
            throws IOException, InterruptedException {
        try (HttpLittleServer server = new HttpLittleServer();
                WatchService changes = watch()) {
            Map<String, String> environment = environment(server);
            Agent agent = new Agent(AgentSettings.of(AgentOptions.read(new String[0], environment)));
            Thread life = new Thread(agent::live, "agent");
            life.start();
            JsonObject status = awaitState(changes, "LICENSED");
            assertThat(status.flag("mayRun")).isTrue();
            assertThat(status.object("entitlements").object("limits").number("devices"))
                    .isEqualTo(500);
            assertThat(run(environment, "health")).isZero();
            assertThat(Files.readString(status())).doesNotContain("lic_a", "chk_");

            agent.stop();
            life.join();
            assertThat(server.conversation()).endsWith("DELETE " + TestClaims.INSTANCE);
            assertThat(run(environment, "health")).isEqualTo(1);
        }
    }

    @Test
    void an_offline_license_is_found_where_people_put_it() throws IOException, InterruptedException {
        try (HttpLittleServer server = new HttpLittleServer();
                WatchService changes = watch()) {
            Map<String, String> environment = environment(server);
            environment.put("CHANCERY_RELEASE_ON_STOP", "false");
            Files.writeString(
                    directory.resolve("license"),
                    server.offlineLicense(TestClaims.but(TestClaims.offline(), "exp", null)));
            Agent agent = new Agent(AgentSettings.of(AgentOptions.read(new String[0], environment)));
            Thread life = new Thread(agent::live, "agent");
            life.start();
            JsonObject status = awaitState(changes, "LICENSED");
            assertThat(status.flag("offline") || status.optionalText("instanceId") != null)
                    .isTrue();
            agent.stop();
            life.join();
            assertThat(run(environment, "offline-return")).isZero();
            String proof = out.toString(UTF_8);
            assertThat(proof).contains("file-1");
            assertThat(run(environment, "offline-return")).isZero(); // the first text may have been lost on its way
            assertThat(out.toString(UTF_8)).isEqualTo(proof + proof);
        }
    }

    private WatchService watch() throws IOException {
        Path shared = Files.createDirectories(directory.resolve("shared"));
        WatchService changes = directory.getFileSystem().newWatchService();
        shared.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        return changes;
    }

    private JsonObject awaitState(WatchService changes, String state) throws IOException, InterruptedException {
        while (true) {
            var key = changes.poll(30, TimeUnit.SECONDS);
            assertThat(key).as("a change of the status file").isNotNull();
            key.pollEvents();
            key.reset();
            JsonObject status = readStatus();
            if (status.has("state") && status.text("state").equals(state)) {
                return status;
            }
        }
    }

    private JsonObject readStatus() throws IOException {
        try {
            return JsonObject.parse(Files.exists(status()) ? Files.readAllBytes(status()) : "{}".getBytes(UTF_8));
        } catch (JsonException e) {
            throw new AssertionError("The file is replaced as a whole", e);
        }
    }

    @Test
    void what_a_restart_does_not_cure_has_an_exit_code_of_its_own() {
        assertThat(run(Map.of())).isEqualTo(Agent.MISCONFIGURED);
        assertThat(err.toString(UTF_8)).contains("product");
        assertThat(run(Map.of(), "--license-secret=lic_a")).isEqualTo(Agent.MISCONFIGURED);
        assertThat(run(Map.of(), "--config=" + directory.resolve("missing"))).isEqualTo(Agent.MISCONFIGURED);
        assertThat(err.toString(UTF_8)).doesNotContain("lic_a");
    }

    @Test
    void requests_for_offline_licenses_are_printed() throws IOException {
        try (HttpLittleServer server = new HttpLittleServer()) {
            assertThat(run(environment(server), "offline-request")).isZero();
            assertThat(out.toString(UTF_8)).contains("\"deploymentId\":\"site-1\"");
            assertThat(run(environment(server), "dance")).isEqualTo(Agent.MISCONFIGURED);
        }
    }

    @Test
    void a_status_that_is_over_allows_nothing_whoever_wrote_it() throws IOException {
        Path file = directory.resolve("status.json");
        Instant now = Instant.parse("2026-04-10T12:00:00Z");
        assertThat(StatusFile.allows(file, now)).isFalse();
        Files.writeString(file, "{\"mayRun\":true,\"until\":\"2026-04-10T12:00:01Z\"}");
        assertThat(StatusFile.allows(file, now)).isTrue();
        assertThat(StatusFile.allows(file, now.plusSeconds(1))).isFalse();
        Files.writeString(file, "garbage");
        assertThat(StatusFile.allows(file, now)).isFalse();
    }

    @Test
    void a_report_is_read_from_its_file() throws IOException {
        Path file = directory.resolve("report.json");
        assertThat(new ReportFile(file).report().usage()).isEmpty();
        Files.writeString(
                file,
                "{\"usage\":{\"devices\":41},\"certificates\":[{\"domain\":\"a.example\",\"state\":\"valid\","
                        + "\"issuer\":\"CN=x\",\"notBefore\":\"2026-01-01T00:00:00Z\",\"notAfter\":\"2026-04-01T00:00:00Z\"}]}");
        assertThat(new ReportFile(file).report().usage()).containsEntry("devices", 41L);
        assertThat(new ReportFile(file).report().certificates().get(0).notAfter())
                .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
    }
}
