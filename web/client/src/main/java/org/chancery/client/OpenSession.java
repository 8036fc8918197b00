package org.chancery.client;

import java.io.IOException;
import org.chancery.client.clock.TrustedTime;
import org.chancery.client.platform.Machine;
import org.chancery.client.state.FileDisk;
import org.chancery.client.state.StateFile;
import org.chancery.client.state.StateLock;
import org.chancery.client.wire.HttpWire;
import org.chancery.client.wire.ServerAccess;
import org.chancery.client.wire.Wire;
import org.jspecify.annotations.Nullable;

/** A session over the state directory, which nobody else has meanwhile. */
record OpenSession(Session session, TrustedTime time, StateLock lock) implements AutoCloseable {

    private static final String FILE = "state.json";

    /** @throws IOException when the directory can't be used, now */
    static OpenSession open(ClientSettings settings, Machine machine, LicenseListener listener, ReportSource reports)
            throws IOException {
        FileDisk disk = FileDisk.in(settings.stateDirectory(), FILE);
        StateLock lock = StateLock.take(settings.stateDirectory());
        try {
            StateFile file = StateFile.open(disk);
            TrustedTime time = new TrustedTime(machine, file.state().time());
            Wire wire = wire(settings.server());
            Pins pins = new Pins(settings.keys(), file, wire, machine);
            Correspondence with = new Correspondence(settings, machine, file, time, wire, pins);
            Session session = new Session(settings.secret(), with, pins, reports, listener);
            session.resume();
            return new OpenSession(session, time, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Wire wire(@Nullable ServerAccess server) throws IOException {
        if (server != null) {
            return new HttpWire(server);
        }
        return request -> {
            throw new IOException("This site is never online");
        };
    }

    @Override
    public void close() throws IOException {
        session.flush();
        lock.close();
    }
}
