package org.chancery.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chancery.client.LicenseClient;
import org.jspecify.annotations.Nullable;

/**
 * The client's agent that ships, as a process of its own over a directory of its own, against the server under test. It
 * can be stopped, killed, and started again over the same state.
 */
public final class AgentProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a process ends with that was killed by its own agent of Byteman. */
    private static final int KILLED = 255;

    private static final Pattern TOLD = Pattern.compile("client\\.status: (\\w+) refusal=(.*) trouble=.* until=(\\S+)");

    /**
     * Pauses of seconds and minutes, as they are before the first message of many that start at once and after one that
     * was lost, are cut short; the interval between checks stays.
     */
    private static final String HASTE =
            """
            RULE haste
            CLASS org.chancery.client.Due
            METHOD in(java.time.Duration)
            AT ENTRY
            IF $1.toMillis() > 500 AND $1.toMinutes() < 10
            DO $1 = java.time.Duration.ofMillis(500)
            ENDRULE
            """;

    private final Path directory;
    private final String licenseSecret;
    private final String script;
    private int starts;
    private @Nullable Process process;

    /**
     * What the agent has written down once it is licensed.
     *
     * @param epoch counts the activations
     * @param seq counts the checks since
     * @param until the lease's end
     */
    public record Held(String instanceId, int epoch, long seq, Instant until) {

        /** Before the first activation. */
        public static final Held NOTHING = new Held("", 0, 0, Instant.MIN);
    }

    /** A change that it has told of, each in its own words; "null" for no refusal, and for no end. */
    public record Told(String state, String refusal, String until) {}

    private AgentProcess(Path directory, String licenseSecret, String script) {
        this.directory = directory;
        this.licenseSecret = licenseSecret;
        this.script = script;
    }

    /** As every customer has it. */
    public static AgentProcess shipped(Path directory, String licenseSecret) {
        return new AgentProcess(directory, licenseSecret, "");
    }

    /** One that dies where a {@link KillSwitch} is armed, and is in a hurry until then. */
    public static AgentProcess mortal(Path directory, String licenseSecret, String killRules) {
        return new AgentProcess(directory, licenseSecret, killRules + HASTE);
    }

    /** Puts a copy of the other one's disk, as it is now, in the place of its own. */
    public void copyDiskOf(AgentProcess other) throws IOException {
        Files.createDirectories(stateDirectory());
        Files.copy(other.state(), state());
    }

    private Path stateDirectory() {
        return directory.resolve("state");
    }

    private Path state() {
        return stateDirectory().resolve("state.json");
    }

    private Path statusFile() {
        return directory.resolve("status.json");
    }

    private Path log() {
        return directory.resolve("log-" + starts);
    }

    public void start() throws IOException {
        Files.createDirectories(directory);
        Files.deleteIfExists(statusFile()); // what the last process thought
        starts++;
        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment()
                .putAll(Map.of(
                        "CHANCERY_URL",
                        Api.base(),
                        "CHANCERY_LICENSE_SECRET",
                        licenseSecret,
                        "CHANCERY_PRODUCT",
                        "iot-platform",
                        "CHANCERY_PRODUCT_VERSION",
                        "3.2.0",
                        "CHANCERY_RELEASE_DATE",
                        "2026-05-01",
                        "CHANCERY_DEPLOYMENT_ID",
                        "site-1",
                        "CHANCERY_INSTANCE_NAME",
                        "node-1",
                        "CHANCERY_STATE_DIR",
                        stateDirectory().toString(),
                        "CHANCERY_STATUS_FILE",
                        statusFile().toString()));
        process = builder.start();
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!script.isEmpty()) {
            Path rules = directory.resolve("rules.btm");
            Files.writeString(rules, script);
            String agent = System.getProperty("it.byteman");
            command.add("-XX:TieredStopAtLevel=1"); // its whole life is its start
            command.add("-javaagent:" + agent + "=script:" + rules + ",boot:" + agent);
        }
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    private static Path jar() {
        try {
            return Path.of(LicenseClient.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        return process;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Tells it to end, as systemd and every container runtime do. */
    public void stop() {
        running().destroy();
    }

    /** Comes back when it has ended, in whatever way. @return false when it goes on living */
    public boolean awaitEnd() throws InterruptedException {
        return running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Comes back when it has ended. @return false when it goes on living, or has ended in another way than at a kill place */
    public boolean awaitKill() throws InterruptedException {
        return awaitEnd() && running().exitValue() == KILLED;
    }

    /** Kills it wherever it is. */
    public void kill() {
        running().destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    /** What it says is allowed, once it says something like this. */
    public JsonNode awaitStatus(Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode status = read(statusFile());
        while (!wanted.test(status)) {
            boolean dead = running().waitFor(50, TimeUnit.MILLISECONDS);
            if (dead || System.nanoTime() > deadline) {
                throw new AssertionError(
                        (dead ? "It died with " : "It stays with ") + status + " having told " + told());
            }
            status = read(statusFile());
        }
        return status;
    }

    /** What it has got once it is licensed, and this very process has heard so from the server, and nothing is under way. */
    public Held awaitLicensed() throws IOException, InterruptedException {
        awaitStatus(status -> status.path("state").asText().equals("LICENSED") && isSettled());
        JsonNode seat = read(state()).path("seat");
        return new Held(
                seat.path("instanceId").asText(),
                seat.path("epoch").asInt(),
                seat.path("seq").asLong(),
                endOf(seat.path("lease").asText()));
    }

    /** A prompt answer, which tells the time, sets back how often the process was started without one. */
    private boolean isSettled() {
        JsonNode state = read(state());
        return state.at("/time/starts").asInt(-1) == 0
                && state.path("seat").isObject()
                && !state.at("/seat/leaving").asBoolean()
                && state.path("proposal").isMissingNode();
    }

    private static Instant endOf(String lease) throws IOException {
        byte[] claims = Base64.getUrlDecoder().decode(lease.split("\\.")[1]);
        return Instant.ofEpochSecond(JSON.readTree(claims).path("exp").asLong());
    }

    /** Each change of status that this process has told of since its start. */
    public List<Told> told() throws IOException {
        return TOLD.matcher(Files.readString(log()))
                .results()
                .map(change -> new Told(change.group(1), change.group(2), change.group(3)))
                .toList();
    }

    /** Files are replaced as a whole, so one is there, or not yet. */
    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException notYet) {
            return JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
