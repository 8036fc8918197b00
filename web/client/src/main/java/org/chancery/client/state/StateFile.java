package org.chancery.client.state;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.chancery.client.json.JsonException;

/**
 * Keeps the client's state. {@link #keep} returns only when the disk will still know after a crash; whatever must not be
 * forgotten goes through it before anybody else hears of it.
 */
public final class StateFile {

    private static final Logger LOG = System.getLogger(StateFile.class.getName());

    private final Disk disk;
    private volatile ClientState state;
    private boolean unsaved;

    private StateFile(Disk disk, ClientState state) {
        this.disk = disk;
        this.state = state;
    }

    /**
     * Reads what the last process left. A file that can't be read is put aside, and the client starts anew: it then gets
     * its own seat back by its name.
     *
     * @throws IOException when the disk can't be read, which is no reason to forget what is on it
     */
    public static StateFile open(Disk disk) throws IOException {
        byte[] content = disk.read();
        if (content == null) {
            return new StateFile(disk, ClientState.EMPTY);
        }
        disk.forceDirectory(); // the last process may have died before it could, and we act on what we read
        try {
            return new StateFile(disk, StateText.read(content));
        } catch (JsonException | IllegalStateException e) {
            LOG.log(Level.ERROR, "client.state-unreadable: the file was put aside, a new seat is asked for");
            disk.setAside();
            return new StateFile(disk, ClientState.EMPTY);
        }
    }

    public ClientState state() {
        return state;
    }

    /**
     * Makes this the state, on the disk first.
     *
     * @throws IOException when it may not have been written; the state is then what it was
     */
    public synchronized void keep(ClientState next) throws IOException {
        if (next.equals(state) && !unsaved) {
            return;
        }
        disk.writeTemporary(StateText.write(next));
        disk.forceTemporary();
        disk.rename();
        disk.forceDirectory();
        state = next;
        unsaved = false;
    }

    /**
     * Makes this the state even when the disk fails: what the server has done already is true whether it is written down
     * or not. A process that dies then repeats its last message, which the server recognises.
     */
    public synchronized void adopt(ClientState next) {
        try {
            keep(next);
        } catch (IOException e) {
            if (!unsaved) { // once is enough for as long as it lasts
                LOG.log(Level.WARNING, "client.state-unsaved: " + e.getClass().getSimpleName());
            }
            state = next;
            unsaved = true;
        }
    }
}
