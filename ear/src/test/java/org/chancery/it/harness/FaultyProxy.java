package org.chancery.it.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy that treats each of its users as their {@link Line} says. A connection carries one message, so that no
 * message suffers for another.
 */
public final class FaultyProxy implements AutoCloseable {

    private static final int BACKLOG = 500;
    private static final long PATIENCE_MILLIS = 60_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final ServerSocket listener;
    private int underWay;

    public FaultyProxy() {
        try {
            listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public String host() {
        return listener.getInetAddress().getHostAddress();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on, messages of this user go by this line. */
    public void connect(String user, Line line) {
        lines.put(user, line);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                begun();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            ProxiedRequest request = ProxiedRequest.read(new BufferedInputStream(client.getInputStream()));
            ProxiedExchange exchange = new ProxiedExchange(client, request);
            Line line = lines.get(request.user());
            if (line != null) {
                line.carry(exchange);
            }
            exchange.reset();
        } catch (IOException e) {
            // the sender or the server is gone, which is what proxies are used to
        } finally {
            ended();
        }
    }

    private synchronized void begun() {
        underWay++;
    }

    private synchronized void ended() {
        underWay--;
        notifyAll();
    }

    /** Comes back when no message is under way any more. */
    public synchronized void awaitQuiet() throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (underWay > 0) {
            long left = deadline - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError(underWay + " messages are under way for ever");
            }
            wait(left);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
