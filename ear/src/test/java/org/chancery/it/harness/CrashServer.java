package org.chancery.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * The provisioned server with the EAR that ships, as a process of its own that may be killed and started again over the
 * same data. An agent in it kills it where a {@link KillSwitch} is armed. Whoever closes it leaves room for the next test
 * over the same base directory.
 */
public final class CrashServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What the start script of the server gives the JVM. */
    private static final List<String> MODULAR = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private final Path home = Path.of(System.getProperty("jboss.home"));
    private final Path base = Path.of(System.getProperty("it.base.dir"));
    private final Path rules = base.resolve("crash.btm");
    private final String war;
    private @Nullable Process process;

    /**
     * @param probe is deployed beside the EAR
     * @param script the rules of the agent, as {@link KillSwitch} writes them
     */
    public CrashServer(WebArchive probe, String script) {
        war = probe.getName();
        try {
            Files.writeString(rules, script);
            probe.as(ZipExporter.class)
                    .exportTo(base.resolve("deployments").resolve(war).toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Boots it, and comes back when it serves. */
    public void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D[Standalone]");
        command.addAll(List.of(System.getProperty("it.jvm.arguments").split(" ")));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // it never lives long enough for more
        command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
        String agent = System.getProperty("it.byteman");
        command.add("-javaagent:" + agent + "=script:" + rules + ",boot:" + agent);
        command.addAll(MODULAR);
        command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log").resolve("server.log"));
        command.add(
                "-Dlogging.configuration=file:" + base.resolve("configuration").resolve("logging.properties"));
        command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
        command.addAll(List.of("-mp", home.resolve("modules").toString(), "org.jboss.as.standalone"));
        command.add("-Djboss.home.dir=" + home);
        File console = base.resolve("console.log").toFile();
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console))
                .start();
        process = started;
        awaitService(started);
    }

    private void awaitService(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String context = war.substring(0, war.length() - ".war".length());
        while (!answers("/health/ready") || !answers("/" + context + "/invariants")) {
            boolean dead = started.waitFor(200, TimeUnit.MILLISECONDS);
            if (dead || System.nanoTime() > deadline) {
                throw new AssertionError("The server does not come up, see " + base.resolve("console.log"));
            }
        }
    }

    private static boolean answers(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(Api.base() + path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return Api.exchange(request).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Comes back when it is dead. @return false when it goes on living */
    public boolean awaitDeath() throws InterruptedException {
        return process != null && process.waitFor(30, TimeUnit.SECONDS);
    }

    /** Ends it, and takes what this test has deployed away. */
    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        try (DirectoryStream<Path> deployed = Files.newDirectoryStream(base.resolve("deployments"), war + "*")) {
            for (Path file : deployed) { // and what the server has noted beside it
                Files.delete(file);
            }
        }
    }
}
