package org.chancery.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.chancery.client.clock.TrustedTime;
import org.chancery.client.platform.Machine;
import org.chancery.client.state.StateFile;
import org.jspecify.annotations.Nullable;

/** The real client on a simulated machine: it can end at any moment and be started again. */
final class SimulatedProcess {

    private static final Software SOFTWARE =
            new Software(SimulatedServer.PRODUCT, "4.2.0", LocalDate.parse("2026-05-01"));

    private final World world;
    private final String name;
    private final SplittableRandom random;
    final SimulatedWire wire;
    SimulatedDisk disk;
    /** How wrong the machine's clock is. */
    Duration skew;

    private @Nullable Session session;
    private @Nullable TrustedTime time;
    private Instant dueAt;

    SimulatedProcess(World world, String name, SimulatedDisk disk, SplittableRandom random) {
        this.world = world;
        this.name = name;
        this.disk = disk;
        this.random = random;
        this.wire = new SimulatedWire(world, random.split());
        this.skew = Duration.ofSeconds(random.nextInt(-40_000, 40_000));
        this.dueAt = world.now();
    }

    /** A second process on a copy of the disk as it is, or once was. */
    SimulatedProcess copy(boolean old) {
        return new SimulatedProcess(world, name, disk.copy(old), random.split());
    }

    boolean isRunning() {
        return session != null;
    }

    boolean isDue() {
        return !world.now().isBefore(dueAt);
    }

    Instant dueAt() {
        return dueAt;
    }

    /** @throws IOException when the disk does not let it */
    private Session start() throws IOException {
        Machine machine =
                new Machine(() -> world.now().plus(skew), () -> world.now().toEpochMilli() * 1_000_000, random);
        StateFile file = StateFile.open(disk);
        time = new TrustedTime(machine, file.state().time());
        ClientSettings settings = new ClientSettings(
                null,
                KeySource.firstMet(),
                null,
                SecretSource.fixed(SimulatedServer.SECRET),
                SOFTWARE,
                Placement.of("site-1", name),
                Path.of("unused"));
        Correspondence with = new Correspondence(settings, machine, file, time, wire, new QuickSeal());
        Session started =
                new Session(settings.secret(), with, new QuickSeal(), ReportSource.none(), LicenseListener.SILENT);
        started.resume();
        return started;
    }

    /** One message; the process may die of it. */
    void pass() {
        dueAt = world.now();
        try {
            session = session == null ? start() : session;
            LicenseStatus before = status();
            wire.wasAnswered = false;
            dueAt = world.now().plus(session.pass());
            if (!wire.wasAnswered) {
                Grace.requireWhole(before, status(), timeNow());
            }
        } catch (IOException e) {
            session = null; // it tries again, as the real one does
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

    void die() {
        session = null;
        time = null;
        if (random.nextInt(4) == 0) {
            disk.losePower();
        }
    }

    /** Gives the seat back and ends; the process may die of that. */
    void release() {
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

    boolean mayRun() {
        return status().mayRun();
    }

    /** From now on nothing goes wrong any more here. */
    void calm() {
        wire.faultPercent = 0;
        wire.crashPercent = 0;
        wire.forgetLate();
        disk.crashPercent = 0;
        disk.failurePercent = 0;
    }

    void trouble(int faults, int crashes, int failures) {
        wire.faultPercent = faults;
        wire.crashPercent = crashes;
        disk.crashPercent = crashes * 3;
        disk.failurePercent = failures;
    }
}
