package org.chancery.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.bench.KeepAlive.Answer;

/**
 * Some threads, each with connections of its own, that repeat a call: the next as soon as the last is answered, over the
 * connection that has waited longest. With one connection each, the next request comes while the server still tidies up
 * after the last, for which its listener waits by spinning; no instance asks twice within a tenth of a millisecond.
 */
final class Load implements AutoCloseable {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int FIRST_ROOM = 1 << 16;
    private static final int ERRORS_TO_GIVE_UP = 20; // the run has failed anyway

    private final URI base;
    private final List<Deque<KeepAlive>> connections = new ArrayList<>();
    private final ExecutorService threads;

    /** One call over one connection. */
    interface Call {
        Answer over(KeepAlive connection) throws IOException;
    }

    /** @param connections of each thread */
    Load(URI base, int threads, int connections) {
        this.base = base;
        this.threads = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            this.connections.add(
                    Stream.generate(this::open).limit(connections).collect(Collectors.toCollection(ArrayDeque::new)));
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
        long driven = PROCESS.getProcessCpuTime();
        List<Future<Window>> shares = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            Deque<KeepAlive> own = connections.get(i);
            shares.add(threads.submit(() -> share(own, enough, call)));
        }
        Window window = Window.NOTHING;
        for (Future<Window> share : shares) {
            window = window.plus(of(share));
        }
        return window.lasting(
                Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(PROCESS.getProcessCpuTime() - driven));
    }

    private Window share(Deque<KeepAlive> own, BooleanSupplier enough, Call call) {
        long[] latencies = new long[FIRST_ROOM];
        int count = 0;
        List<String> errors = new ArrayList<>();
        while (errors.size() < ERRORS_TO_GIVE_UP && !enough.getAsBoolean()) {
            KeepAlive next = own.remove();
            long sent = System.nanoTime();
            try {
                Answer answer = call.over(next);
                if (!answer.isGood()) {
                    errors.add(answer.toString());
                }
                own.add(next);
            } catch (IOException e) {
                errors.add(e.toString());
                own.add(open());
            }
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = System.nanoTime() - sent;
        }
        return new Window(Arrays.copyOf(latencies, count), errors);
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
        for (Deque<KeepAlive> own : connections) {
            for (KeepAlive connection : own) {
                connection.close();
            }
        }
    }
}
