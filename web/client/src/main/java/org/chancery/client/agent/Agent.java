package org.chancery.client.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chancery.client.LicenseClient;
import org.chancery.client.LicenseListener;
import org.chancery.client.LicenseStatus;
import org.chancery.client.ReportSource;
import org.chancery.client.json.JsonWriter;
import org.chancery.client.platform.Machine;
import org.jspecify.annotations.Nullable;

/**
 * The program: {@code java -jar chancery-client.jar [run|health|preview|offline-request|offline-return] [--option=value ...]}.
 * Keeps the instance licensed until it is told to stop.
 */
public final class Agent {

    /** Told to do something that can't be right; a restart would not help. */
    static final int MISCONFIGURED = 78;

    private static final Logger LOG = System.getLogger(Agent.class.getName());
    private static final int FAILED = 1;
    private static final long LOOK_EVERY_SECONDS = 5;

    private final AgentSettings settings;
    private final StatusFile status;
    private final OfflineFile offline;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    Agent(AgentSettings settings) {
        this.settings = settings;
        this.status = new StatusFile(settings.status());
        this.offline = new OfflineFile(settings.offlineLicense());
    }

    public static void main(String[] arguments) {
        int code = run(arguments, System.getenv(), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** @return the exit code */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            AgentOptions options = AgentOptions.read(arguments, environment);
            return new Agent(AgentSettings.of(options)).obey(options.command(), out);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return MISCONFIGURED;
        } catch (IOException e) {
            err.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            return MISCONFIGURED;
        }
    }

    private int obey(String command, PrintStream out) throws IOException {
        switch (command) {
            case "run" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "chancery-stop"));
                live();
                return 0;
            }
            case "health" -> {
                return StatusFile.allows(
                                settings.status(), Machine.real().wall().instant())
                        ? 0
                        : FAILED;
            }
            case "preview" -> {
                return once(
                        out,
                        client -> JsonWriter.write(
                                client.preview().entitlements().document().members()));
            }
            case "offline-request" -> {
                return once(out, LicenseClient::offlineRequest);
            }
            case "offline-return" -> {
                return once(out, LicenseClient::returnOfflineLicense);
            }
            default -> throw new IllegalArgumentException("Nobody knows the command " + command);
        }
    }

    private interface Question {
        @Nullable
        String ask(LicenseClient client) throws IOException;
    }

    private int once(PrintStream out, Question question) throws IOException {
        try (LicenseClient client = LicenseClient.idle(settings.client())) {
            String answer = question.ask(client);
            out.println(answer == null ? "There is no offline license" : answer);
            return answer == null ? FAILED : 0;
        }
    }

    /** Runs until {@link #stop}. */
    void live() {
        if (settings.client().server() != null && settings.client().server().proxy() != null) {
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", ""); // or no password reaches a proxy
        }
        ReportSource reports = settings.report() == null ? ReportSource.none() : new ReportFile(settings.report());
        LicenseClient client = LicenseClient.start(settings.client(), new Speaker(), reports);
        try {
            do {
                offline.look(client);
                write(client.status());
            } while (!stop.await(LOOK_EVERY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(client);
            stopped.countDown();
        }
    }

    private void end(LicenseClient client) {
        if (settings.releasesOnStop()) {
            LOG.log(Level.INFO, client.release() ? "client.released" : "client.not-released");
        } else {
            client.close();
        }
        write(client.status());
    }

    /** Ends {@link #live} and waits for it. */
    void stop() {
        stop.countDown();
        try {
            if (!stopped.await(LOOK_EVERY_SECONDS * 2, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "client.stopped-late");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(LicenseStatus now) {
        try {
            status.write(now);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "client.status-unwritten: " + e.getClass().getSimpleName());
        }
    }

    /** Says what changed, on the log and in the file. */
    private final class Speaker implements LicenseListener {

        @Override
        public void statusChanged(LicenseStatus before, LicenseStatus now) {
            LOG.log(
                    now.mayRun() ? Level.INFO : Level.WARNING,
                    "client.status: " + now.state() + " refusal=" + now.refusal() + " trouble=" + now.trouble()
                            + " until=" + now.until());
            write(now);
        }
    }
}
