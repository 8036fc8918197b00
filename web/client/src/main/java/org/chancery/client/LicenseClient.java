package org.chancery.client;

import java.io.IOException;
import java.time.Duration;
import org.chancery.client.platform.Machine;
import org.chancery.client.token.OfflineLicense;
import org.chancery.client.token.TokenException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one instance licensed, on a thread of its own.
 *
 * <pre>{@code
 * LicenseClient client = LicenseClient.start(settings, listener, ReportSource.none());
 * if (client.status().mayRun()) { ... }
 * }</pre>
 *
 * <p>Nothing here ends the program or throws because of the license: whatever goes wrong is told by the {@link
 * LicenseStatus}, and put right without a restart as soon as its cause is gone.
 */
public final class LicenseClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Life life;
    private final Thread thread;

    private LicenseClient(Life life) {
        this.life = life;
        this.thread = new Thread(life, "chancery-client");
        this.thread.setDaemon(true);
    }

    /**
     * Starts a client. Its status is right from the first moment: a lease that still runs permits at once.
     *
     * @param listener hears of changes, on the client's thread
     * @param reports what checks tell beside their secrets
     */
    public static LicenseClient start(ClientSettings settings, LicenseListener listener, ReportSource reports) {
        LicenseClient client = new LicenseClient(new Life(settings, Machine.real(), listener, reports));
        client.life.begin();
        client.thread.start();
        return client;
    }

    /**
     * Opens the state without a thread, for a single question. Fails when a running client has it.
     *
     * @throws IOException when the state can't be used
     */
    public static LicenseClient idle(ClientSettings settings) throws IOException {
        LicenseClient client =
                new LicenseClient(new Life(settings, Machine.real(), LicenseListener.SILENT, ReportSource.none()));
        client.life.session();
        return client;
    }

    /** What the license allows now. Costs nothing, so ask whenever it matters. */
    public LicenseStatus status() {
        return life.status();
    }

    /** Writes to the server now instead of later. */
    public void checkNow() {
        life.checkNow();
    }

    /**
     * What the license would grant here, for a person who sets the software up. Takes no seat.
     *
     * @throws IOException when the server says no, or nothing
     */
    public Preview preview() throws IOException {
        return life.session().preview();
    }

    /**
     * Imports an offline license.
     *
     * @param file the text of the file
     * @throws TokenException with the first thing that is wrong with it
     * @throws IOException when it can't be written down
     */
    public OfflineLicense importOfflineLicense(String file) throws TokenException, IOException {
        OfflineLicense license = life.session().take(file);
        life.checkNow();
        return license;
    }

    /** The text that a person takes to the portal to get an offline license for this place. */
    public String offlineRequest() throws IOException {
        return life.session().offlineRequest();
    }

    /** Turns the seat into an offline license of that length, for a time without the server. */
    public OfflineLicense borrowOfflineLicense(Duration time) throws TokenException, IOException {
        OfflineLicense license = life.session().borrow(time);
        life.checkNow();
        return license;
    }

    /**
     * Gives the offline license back; it permits nothing from now on.
     *
     * @return the text that a person takes to the portal, or null when there is no file
     */
    public @Nullable String returnOfflineLicense() throws IOException {
        String proof = life.session().giveBack();
        life.checkNow();
        return proof;
    }

    /**
     * Gives the seat back, for a good shutdown of an instance that is not coming back soon, and closes.
     *
     * @return false when the server could not be told; the seat is then free at the end of the lease
     */
    public boolean release() {
        stop();
        return life.end(true);
    }

    /** Stops asking. The seat and the lease remain, for the next start. */
    @Override
    public void close() {
        stop();
        life.end(false);
    }

    private void stop() {
        life.stop();
        try {
            thread.join(PATIENCE.toMillis());
            thread.interrupt(); // an exchange that is cut short is a lost answer, and those do no harm
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
