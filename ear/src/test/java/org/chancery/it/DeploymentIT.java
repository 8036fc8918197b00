package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client and the files that deploy it, as the server hands them out. */
@ContainerTest
class DeploymentIT {

    private static final String JAR = "/downloads/chancery-client.jar";
    private static final String FILES = "/api/v1/licenses/current/deployment/";
    private static final Pattern VARIABLE = Pattern.compile("(?m)^Environment=\"(\\w+)=(.*)\"$");

    private final String secret = Sandbox.paidOrder(Sandbox.account(), "startup", "{}")
            .at("/license/secret")
            .asText();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(DeploymentIT.class);
    }

    @Test
    void the_client_is_handed_out_and_kept_by_its_version() throws IOException, InterruptedException {
        HttpResponse<byte[]> jar = fetch(JAR, "");
        assertThat(jar.statusCode()).isEqualTo(200);
        assertThat(jar.headers().firstValue("Content-Type")).contains("application/java-archive");
        assertThat(jar.headers().firstValue("Cache-Control")).contains("public, no-cache");
        assertThat(jar.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(jar.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = jar.headers().firstValue("ETag").orElseThrow();
        assertThat(fetch(JAR, tag).statusCode()).isEqualTo(304);
        assertThat(fetch(JAR + "?v=" + tag.substring(1, 13), "").headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
    }

    @Test
    void a_unit_of_the_server_and_the_client_of_the_server_license_an_instance(@TempDir Path machine)
            throws IOException, InterruptedException {
        Path jar = Files.write(
                machine.resolve("chancery-client.jar"), fetch(JAR, "").body());
        Files.writeString(machine.resolve("license-secret"), secret + "\n");
        String unit = Api.anonymous()
                .as(secret)
                .get(FILES + "systemd?productVersion=4.2.0&releaseDate=2026-05-01&instanceName=node%201")
                .body();
        Process agent = agent(jar, unit, machine);
        Path status = machine.resolve("chancery-license").resolve("status.json");
        try (WatchService changes = machine.getFileSystem().newWatchService()) {
            Files.createDirectories(status.getParent())
                    .register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.exists(status) || !Files.readString(status).contains("\"LICENSED\"")) {
                assertThat(agent.isAlive())
                        .as(() -> read(machine.resolve("log")))
                        .isTrue();
                WatchKey key = changes.poll(30, TimeUnit.SECONDS);
                assertThat(key).as(() -> read(machine.resolve("log"))).isNotNull();
                key.pollEvents();
                key.reset();
            }
            assertThat(new TestInstance(secret, "node-2").activate().status()).isEqualTo(409);
        } finally {
            agent.destroy();
            assertThat(agent.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_file_is_told_nothing_and_stops_when_the_release_is_missing(@TempDir Path machine)
            throws IOException, InterruptedException {
        Path jar = Files.write(
                machine.resolve("chancery-client.jar"), fetch(JAR, "").body());
        Process agent =
                agent(jar, Api.anonymous().as(secret).get(FILES + "systemd").body(), machine);
        assertThat(agent.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isEqualTo(78);
        assertThat(read(machine.resolve("log"))).contains("--product-version=");
    }

    @Test
    void files_are_for_the_license_secret_alone_and_hold_no_secret() {
        for (String file : new String[] {"compose.yml", "systemd", "kubernetes.yaml"}) {
            Api.Answer answer = Api.anonymous().as(secret).get(FILES + file);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=");
            assertThat(answer.header("Content-Type"))
                    .startsWith(file.equals("systemd") ? "text/plain" : "application/yaml");
            assertThat(answer.body()).contains("CHANCERY_LICENSE_SECRET_FILE").doesNotContain(secret);
            assertThat(Api.anonymous()
                            .as("lic_wrong")
                            .get(FILES + file)
                            .json()
                            .at("/code")
                            .asInt())
                    .isEqualTo(101);
        }
        assertThat(Api.anonymous().as(secret).get(FILES + "helm").status()).isEqualTo(404);
        assertThat(Api.anonymous()
                        .as(secret)
                        .get(FILES + "systemd?releaseDate=x&seatClass=y")
                        .json()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactlyInAnyOrder("releaseDate", "seatClass");
    }

    /** Starts what the unit says, as systemd would: with its variables, and its directories in their places. */
    private static Process agent(Path jar, String unit, Path machine) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(machine.resolve("log").toFile());
        Map<String, String> environment = builder.environment();
        Matcher variables = VARIABLE.matcher(unit);
        while (variables.find()) {
            environment.put(
                    variables.group(1),
                    variables.group(2).replaceAll("%[dSt]", Matcher.quoteReplacement(machine.toString())));
        }
        environment.put("CHANCERY_STATE_DIR", machine.resolve("state").toString());
        return builder.start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static HttpResponse<byte[]> fetch(String path, String tag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Api.base() + path));
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
