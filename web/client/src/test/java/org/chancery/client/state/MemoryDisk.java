package org.chancery.client.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A disk in memory that keeps the order of its steps and fails at one of them when told to. */
public final class MemoryDisk implements Disk {

    public final List<String> steps = new ArrayList<>();
    public byte @Nullable [] file;
    public byte @Nullable [] aside;

    @Nullable
    public String failing;

    private byte[] temporary = {};

    @Override
    public byte @Nullable [] read() throws IOException {
        step("read");
        return file;
    }

    @Override
    public void writeTemporary(byte[] content) throws IOException {
        step("write");
        temporary = content;
    }

    @Override
    public void forceTemporary() throws IOException {
        step("force");
    }

    @Override
    public void rename() throws IOException {
        step("rename");
        file = temporary;
    }

    @Override
    public void forceDirectory() throws IOException {
        step("force directory");
    }

    @Override
    public void setAside() throws IOException {
        step("set aside");
        aside = file;
        file = null;
    }

    private void step(String name) throws IOException {
        if (name.equals(failing)) {
            throw new IOException(name + " fails");
        }
        steps.add(name);
    }
}
