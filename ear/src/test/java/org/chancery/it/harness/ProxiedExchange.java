package org.chancery.it.harness;

import java.io.IOException;
import java.net.Socket;

/** A message that has arrived at the {@link FaultyProxy}, and its sender, who waits for an answer. */
public final class ProxiedExchange {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket client;
    private final ProxiedRequest request;

    ProxiedExchange(Socket client, ProxiedRequest request) {
        this.client = client;
        this.request = request;
    }

    public ProxiedRequest request() {
        return request;
    }

    /** Gives the sender these bytes, and no more. */
    public void answer(byte[] bytes) throws IOException {
        client.getOutputStream().write(bytes);
        client.shutdownOutput();
        client.close();
    }

    /** Breaks the connection off, as a crash does. */
    public void reset() throws IOException {
        if (!client.isClosed()) {
            client.setSoLinger(true, 0);
            client.close();
        }
    }

    /** Says nothing until the sender waits no longer. */
    public void outwait() throws IOException {
        client.setSoTimeout(PATIENCE_MILLIS);
        if (client.getInputStream().read() >= 0) {
            throw new IOException("The sender says more");
        }
    }
}
