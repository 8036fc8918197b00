package org.chancery.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Two nodes and haproxy by the script that the server ships, on the database of this run; booted once for all classes that
 * are extended with it. The clock of node 2 is {@link #AHEAD} of everybody else's, all the time.
 */
public final class TwoNodes implements BeforeAllCallback {

    /** By how much the machine of node 2 is wrong. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    /** What the application takes for the machine's clock on node 2. */
    private static final String RULE =
            """
            RULE the machine is wrong
            CLASS org.chancery.service.platform.CommonClock
            METHOD <init>(java.time.Clock)
            AT ENTRY
            IF true
            DO $1 = java.time.Clock.offset($1, java.time.Duration.ofMinutes(%d))
            ENDRULE
            """
                    .formatted(AHEAD.toMinutes());

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class);
    }

    /** Where this node answers by itself, without haproxy and without a trailing slash. */
    public static String node(int number) {
        return "http://localhost:" + (8080 + offset(number));
    }

    /** Pulls the plug. */
    public static void kill(int node) {
        run("kill-node", String.valueOf(node));
    }

    /** Boots it and comes back when it is ready. */
    public static void start(int node) {
        run("start-node", String.valueOf(node));
    }

    /** Stops and starts one after the other, as for an upgrade. */
    public static void roll() {
        run("roll");
    }

    /** Deploys a small WAR beside the EAR on both, and comes back when both serve it. */
    public static void deploy(WebArchive war) {
        for (int node : new int[] {1, 2}) {
            File deployments =
                    directory().resolve("node" + node + "/deployments").toFile();
            war.as(ZipExporter.class).exportTo(new File(deployments, war.getName()), true);
        }
        String context = "/" + war.getName().replace(".war", "/");
        for (int node : new int[] {1, 2}) {
            await("node " + node + " serves " + context, PATIENCE, () -> answers(node(node) + context + "invariants"));
        }
    }

    /** Comes back when it is so. @throws AssertionError when it never is */
    public static void await(String what, Duration patience, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + patience + ": " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static boolean answers(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return Api.exchange(request).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static int offset(int node) {
        return Integer.getInteger("it.port.offset") + 100 * node;
    }

    private static Path directory() {
        return Path.of(System.getProperty("it.base.dir"), "cluster");
    }

    private static void run(String... words) {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("jboss.home"), "bin", "two-nodes.sh")
                                .toString()),
                        Stream.of(words))
                .toList();
        try {
            Files.createDirectories(directory());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory().resolve("script.log").toFile()));
            builder.environment().putAll(environment());
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " failed, see " + directory());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("JAVA_HOME", System.getProperty("java.home")),
                Map.entry("CHANCERY_CLUSTER_DIR", directory().toString()),
                Map.entry("CHANCERY_FRONT_PORT", System.getProperty("it.http.port")),
                Map.entry("CHANCERY_OFFSETS", offset(1) + " " + offset(2)),
                Map.entry("CHANCERY_FRONT_KEEPS_FORWARDED", "true"), // calls come from many addresses
                Map.entry("CHANCERY_DB_URL", System.getProperty("it.database.url")),
                Map.entry("CHANCERY_DB_USER", "postgres"),
                Map.entry("CHANCERY_DB_PASSWORD", "postgres"),
                Map.entry("CHANCERY_NODE2_OPTS", wrongClock()));
    }

    private static String wrongClock() {
        Path rules = directory().resolve("clock.btm");
        try {
            Files.writeString(rules, RULE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String agent = System.getProperty("it.byteman");
        return "-Djboss.modules.system.pkgs=org.jboss.byteman -javaagent:" + agent + "=script:" + rules + ",boot:"
                + agent;
    }

    /** Both, from an empty database and at once, until the last class is through. */
    private static final class Running implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        Running() {
            DebianPackage.require("haproxy", List.of("/usr/sbin/haproxy"));
            DebianPackage.require("curl", List.of("/usr/bin/curl"));
            try {
                run("start");
            } catch (AssertionError e) {
                run("stop");
                throw e;
            }
        }

        @Override
        public void close() {
            run("stop");
        }
    }
}
