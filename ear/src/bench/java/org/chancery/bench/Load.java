package org.chancery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.chancery.bench.KeepAlive.Answer;

/** Some threads, each with a connection of its own, that repeat a call: the next as soon as the last is answered. */
final class Load implements AutoCloseable {

    private static final int FIRST_ROOM = 1 << 16;
    private static final int ERRORS_TO_GIVE_UP = 20; // the run has failed anyway

    private final URI base;
    private final List<KeepAlive> connections = new ArrayList<>();
    private final ExecutorService threads;

    /** One call over one connection. */
    interface Call {
        Answer over(KeepAlive connection) throws IOException;
    }

    Load(URI base, int threads) {
        this.base = base;
        this.threads = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            connections.add(open());
        }
    }

    /** Repeats the call for so long. */
    Window during(Duration length, Call call) {
        long end = System.nanoTime() + length.toNanos();
        return until(() -> System.nanoTime() - end >= 0, call);
    }

    /** Repeats the call so often. */
    Window times(int count, Call call) {
        AtomicInteger left = new AtomicInteger(count);
        return until(() -> left.getAndDecrement() <= 0, call);
    }

    private Window until(BooleanSupplier enough, Call call) {
        long start = System.nanoTime();
        List<Future<Window>> shares = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            int own = i;
            shares.add(threads.submit(() -> share(own, enough, call)));
        }
        Window window = Window.NOTHING;
        for (Future<Window> share : shares) {
            window = window.plus(of(share));
        }
        return window.lasting(Duration.ofNanos(System.nanoTime() - start));
    }

    private Window share(int own, BooleanSupplier enough, Call call) {
        long[] latencies = new long[FIRST_ROOM];
        int count = 0;
        List<String> errors = new ArrayList<>();
        while (errors.size() < ERRORS_TO_GIVE_UP && !enough.getAsBoolean()) {
            long sent = System.nanoTime();
            try {
                Answer answer = call.over(connections.get(own));
                if (!answer.isGood()) {
                    errors.add(answer.toString());
                }
            } catch (IOException e) {
                errors.add(e.toString());
                connections.set(own, open());
            }
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = System.nanoTime() - sent;
        }
        return new Window(Arrays.copyOf(latencies, count), errors, Duration.ZERO);
    }

    private KeepAlive open() {
        try {
            return new KeepAlive(base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Window of(Future<Window> share) {
        try {
            return share.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        for (KeepAlive connection : connections) {
            connection.close();
        }
    }
}
