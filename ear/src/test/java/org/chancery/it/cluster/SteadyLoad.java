package org.chancery.it.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.chancery.it.harness.Api;

/**
 * So many requests a second through the front, whatever becomes of them: a late answer holds up nobody, and what failed is
 * remembered with its time. Each caller has one request under way; when all are busy a new request waits for none of them
 * and counts as failed.
 */
final class SteadyLoad implements AutoCloseable {

    /** One visitor, instance or script; asks for one thing after the other. */
    interface CallerOfOne {
        Api.Answer call();
    }

    /** @param finished by the clock of the test */
    record Failure(Instant finished, String what) {}

    private final Map<Character, Queue<CallerOfOne>> kinds = new HashMap<>();
    private final String turns;
    private final List<Failure> failures = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> pace;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Starts at once.
     *
     * @param callers by the letter of their kind
     * @param turns whose turn it is, over and over, by letters
     */
    SteadyLoad(Map<Character, ? extends List<? extends CallerOfOne>> callers, String turns, int requestsPerSecond) {
        callers.forEach((kind, all) -> kinds.put(kind, new ConcurrentLinkedQueue<>(all)));
        this.turns = turns;
        pace = pacer.scheduleAtFixedRate(
                () -> threads.execute(this::one), 0, 1_000_000 / requestsPerSecond, TimeUnit.MICROSECONDS);
    }

    private void one() {
        char kind = turns.charAt(turn.getAndIncrement() % turns.length());
        Queue<CallerOfOne> idle = Objects.requireNonNull(kinds.get(kind));
        CallerOfOne caller = idle.poll();
        if (caller == null) {
            failed("nobody is free");
            return;
        }
        long start = System.nanoTime();
        try {
            Api.Answer answer = caller.call();
            if (answer.status() >= 400) {
                failed(answer.raw().request().uri().getPath() + " " + answer.status() + " " + beginning(answer.body()));
            } else {
                answered.incrementAndGet();
            }
        } catch (RuntimeException | AssertionError e) {
            failed(String.valueOf(e));
        } finally {
            slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
            idle.add(caller);
        }
    }

    private static String beginning(String body) {
        return body.substring(0, Math.min(300, body.length()));
    }

    private synchronized void failed(String what) {
        failures.add(new Failure(Instant.now(), what));
    }

    synchronized List<Failure> failures() {
        return List.copyOf(failures);
    }

    int answered() {
        return answered.get();
    }

    /** The longest that anybody has waited for an answer. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** No more requests; comes back when the last is answered. */
    @Override
    public void close() {
        pace.cancel(false);
        pacer.shutdown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new AssertionError("Requests without an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
