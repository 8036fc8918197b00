package org.chancery.client;

import java.io.IOException;
import java.util.SplittableRandom;
import org.chancery.client.state.Disk;
import org.jspecify.annotations.Nullable;

/**
 * A real directory; the process may die between any two of its steps. Nothing is forced to the medium: only a power cut
 * would tell, and those are simulated elsewhere.
 */
final class BrittleDisk implements Disk {

    private static final int PERCENT = 100;

    private final Disk directory;
    private final SplittableRandom random;
    int crashPercent;

    BrittleDisk(Disk directory, SplittableRandom random) {
        this.directory = directory;
        this.random = random;
    }

    @Override
    public byte @Nullable [] read() throws IOException {
        return directory.read();
    }

    @Override
    public void writeTemporary(byte[] content) throws IOException {
        crashesHere();
        directory.writeTemporary(content);
    }

    @Override
    public void forceTemporary() {
        crashesHere();
    }

    @Override
    public void rename() throws IOException {
        directory.rename();
    }

    @Override
    public void forceDirectory() {
        crashesHere();
    }

    @Override
    public void setAside() throws IOException {
        throw new AssertionError("A state that can't be read");
    }

    private void crashesHere() {
        if (random.nextInt(PERCENT) < crashPercent) {
            throw new Crash();
        }
    }
}
