package org.chancery.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.chancery.client.state.Disk;
import org.jspecify.annotations.Nullable;

/**
 * A disk as crashes leave it: what was not forced may be lost or torn when the power goes, and only then. Any step may
 * be the last one of the process.
 */
final class SimulatedDisk implements Disk {

    private static final int PERCENT = 100;
    private static final int REMEMBERED = 12;

    private final SplittableRandom random;
    private final List<byte[]> history = new ArrayList<>();
    private byte @Nullable [] file;
    private byte @Nullable [] durable;
    private byte[] temporary = {};
    private boolean isForced;
    int crashPercent;
    int failurePercent;

    SimulatedDisk(SplittableRandom random) {
        this.random = random;
    }

    /** Another disk with what this one holds, or held some time ago. */
    SimulatedDisk copy(boolean old) {
        SimulatedDisk copy = new SimulatedDisk(random.split());
        copy.file = old && !history.isEmpty() ? history.get(random.nextInt(history.size())) : file;
        copy.durable = copy.file;
        return copy;
    }

    /** The power goes: what was not forced is there or not. */
    void losePower() {
        file = random.nextBoolean() ? file : durable;
        durable = file;
    }

    @Override
    public byte @Nullable [] read() {
        return file;
    }

    @Override
    public void writeTemporary(byte[] content) throws IOException {
        isForced = false;
        try {
            step();
        } catch (Crash e) {
            temporary = Arrays.copyOf(content, random.nextInt(content.length));
            throw e;
        }
        temporary = content;
        step();
    }

    @Override
    public void forceTemporary() throws IOException {
        step();
        isForced = true;
        step();
    }

    @Override
    public void rename() throws IOException {
        step();
        if (file != null && history.size() < REMEMBERED) {
            history.add(file);
        }
        file = isForced ? temporary : Arrays.copyOf(temporary, temporary.length / 2);
        step();
    }

    @Override
    public void forceDirectory() throws IOException {
        step();
        durable = file;
        step();
    }

    @Override
    public void setAside() {
        throw new AssertionError("The state could not be read after a crash");
    }

    private void step() throws IOException {
        int dice = random.nextInt(PERCENT * 10);
        if (dice < crashPercent) {
            throw new Crash();
        }
        if (dice >= PERCENT * 10 - failurePercent) {
            throw new IOException("The disk is full");
        }
    }
}
