package org.chancery.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.chancery.client.Placement.SeatClass;
import org.chancery.client.clock.TrustedTime;
import org.chancery.client.platform.Machine;
import org.chancery.client.state.FileDisk;
import org.chancery.client.state.StateFile;
import org.chancery.client.state.StateLock;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** The real client over HTTP and in a directory of its own: it can end at any moment and be started again. */
final class WiredProcess {

    static final int LEASE_SECONDS = 300;
    static final String STATE = "state.json";

    private static final Software SOFTWARE = new Software("iot-platform", "3.2.0", LocalDate.parse("2026-05-01"));
    private static final SecureRandom SECRETS = new SecureRandom();
    private static final int PERCENT = 100;

    private final WiredLife life;
    private final String name;
    private final Path directory;
    private final SplittableRandom random;
    private final BrittleDisk disk;
    /** How wrong the machine's clock is. */
    private final Duration skew;

    private int crashPercent;
    private int restingRounds;
    private @Nullable Session session;
    private @Nullable TrustedTime time;
    private @Nullable StateLock lock;

    WiredProcess(WiredLife life, String name, Path directory, SplittableRandom random) throws IOException {
        this.life = life;
        this.name = name;
        this.directory = directory;
        this.random = random;
        this.disk = new BrittleDisk(FileDisk.in(directory, STATE), random.split());
        this.skew = Duration.ofSeconds(random.nextInt(-40_000, 40_000));
    }

    /** A second process on a copy of the state, in another directory. */
    WiredProcess copy(byte @Nullable [] state, Path other) throws IOException {
        WiredProcess copy = new WiredProcess(life, name, other, random.split());
        if (state != null) {
            Files.write(other.resolve(STATE), state);
        }
        return copy;
    }

    /** The state as it lies on the disk now; null before there is one. */
    byte @Nullable [] state() throws IOException {
        return disk.read();
    }

    private Session start() throws IOException {
        lock = StateLock.take(directory);
        Machine machine =
                new Machine(() -> life.now().plus(skew), () -> life.now().toEpochMilli() * 1_000_000, SECRETS);
        StateFile file = StateFile.open(disk);
        TrustedTime known = new TrustedTime(machine, file.state().time());
        ClientSettings settings = new ClientSettings(
                null,
                KeySource.pinned(life.keys()),
                null,
                SecretSource.fixed(life.secret()),
                SOFTWARE,
                new Placement("site-1", name, SeatClass.PRODUCTION, LEASE_SECONDS),
                directory);
        Pins pins = new Pins(settings.keys(), file, this::exchange, machine);
        Correspondence with = new Correspondence(settings, machine, file, known, this::exchange, pins);
        Session started = new Session(settings.secret(), with, pins, ReportSource.none(), LicenseListener.SILENT);
        started.resume();
        time = known;
        return started;
    }

    private WireAnswer exchange(WireRequest request) throws IOException {
        crashesHere();
        life.line.ask();
        WireAnswer answer = life.wire().exchange(request);
        crashesHere();
        return answer;
    }

    private void crashesHere() {
        if (random.nextInt(PERCENT) < crashPercent) {
            throw new Crash();
        }
    }

    /** What a process does in a round: mostly one message. It may die of it, or rest for some rounds. */
    void live() throws IOException {
        int dice = random.nextInt(PERCENT);
        if (dice < 8) {
            die();
        } else if (dice < 11) {
            die();
            restingRounds = random.nextInt(2, 5); // long enough for a lease to end
        }
        if (restingRounds > 0) {
            restingRounds--;
        } else {
            pass();
        }
    }

    /** One message; the process may die of it. */
    void pass() throws IOException {
        try {
            Session running = session == null ? start() : session;
            session = running;
            LicenseStatus before = status();
            life.line.ask();
            running.pass();
            if (!life.line.isAnswered()) {
                Grace.requireWhole(before, status(), timeNow());
            }
        } catch (Crash e) {
            die();
        }
    }

    private Instant timeNow() {
        if (time == null) {
            throw new IllegalStateException("Not running");
        }
        return time.now();
    }

    private void die() throws IOException {
        session = null;
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    /** Gives the seat back and ends; the process may die of that. */
    void release() throws IOException {
        if (session != null) {
            try {
                session.release();
            } catch (Crash e) {
                // it ends either way
            }
            die();
        }
    }

    LicenseStatus status() {
        return session == null ? LicenseStatus.UNOPENED : session.status();
    }

    void trouble(int crashes) {
        crashPercent = crashes;
        disk.crashPercent = crashes;
    }

    void calm() {
        trouble(0);
        restingRounds = 0;
    }
}
