package org.chancery.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chancery.client.platform.Machine;
import org.jspecify.annotations.Nullable;

/**
 * What the client's thread does: open the session, let it work when it is due, tell the listener what changed, wait.
 * Faults are logged and waited out.
 */
final class Life implements Runnable {

    private static final Logger LOG = System.getLogger(Life.class.getName());
    private static final Duration TICK = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int LATEST_START_MILLIS = 3000;

    private final ClientSettings settings;
    private final Machine machine;
    private final LicenseListener listener;
    private final ReportSource reports;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable OpenSession open;
    private volatile @Nullable Due due;
    private volatile boolean stopped;
    private LicenseStatus told = LicenseStatus.UNOPENED;

    Life(ClientSettings settings, Machine machine, LicenseListener listener, ReportSource reports) {
        this.settings = settings;
        this.machine = machine;
        this.listener = listener;
        this.reports = reports;
    }

    LicenseStatus status() {
        OpenSession session = open;
        return session == null ? LicenseStatus.UNOPENED : session.session().status();
    }

    /** Opens the session if that is possible now; else the thread tries again. */
    void begin() {
        try {
            session();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "client.state-not-usable: " + e.getMessage());
        }
        told = status();
    }

    /** @throws IOException when the state can't be used, now */
    synchronized Session session() throws IOException {
        OpenSession session = open;
        if (session == null) {
            session = OpenSession.open(settings, machine, listener, reports);
            Due first = new Due(machine, session.time());
            if (session.session().status().mayRun()) { // many may start at once, and none is in a hurry
                first.in(Duration.ofMillis(machine.random().nextInt(LATEST_START_MILLIS)));
            }
            due = first;
            open = session;
        }
        return session.session();
    }

    void checkNow() {
        Due next = due;
        if (next != null) {
            next.now();
        }
        bell.release();
    }

    @Override
    public void run() {
        while (!stopped) {
            Duration wait = tick();
            try {
                if (bell.tryAcquire(wait.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** @return how long to wait until the next one */
    Duration tick() {
        try {
            Session session = session();
            Due next = due;
            if (next != null && (next.isNow() || session.hasNewSecret())) {
                next.begin(PAUSE);
                next.end(session.pass());
            }
            session.keepTime();
            tell();
            return next == null ? PAUSE : shorter(next.left(), TICK);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "client.state-not-usable: " + e.getMessage());
            return PAUSE;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "client.fault", e);
            return PAUSE;
        }
    }

    private void tell() {
        LicenseStatus before = told;
        LicenseStatus now = status();
        if (now.differsFrom(before)) {
            told = now;
            try {
                listener.statusChanged(before, now);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "client.listener-failed", e);
            }
        }
    }

    void stop() {
        stopped = true;
        bell.release();
    }

    /**
     * Closes the session.
     *
     * @param release whether to give the seat back first
     * @return true when it was given back
     */
    synchronized boolean end(boolean release) {
        OpenSession session = open;
        if (session == null) {
            return false;
        }
        boolean released = release && session.session().release();
        try {
            session.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "client.state-not-closed: " + e.getMessage());
        }
        return released;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
