package org.chancery.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Many callers in one moment, each on a thread of its own: a parallel stream has no more of them than the machine has
 * processors.
 */
public final class Together {

    private static final int PATIENCE_SECONDS = 60;

    private Together() {}

    /** Sends as many calls as there are callers, all let go at once; the answers come in the order of the callers. */
    public static List<Api.Answer> call(int callers, IntFunction<Api.Answer> call) {
        CyclicBarrier start = new CyclicBarrier(callers);
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<Api.Answer>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                calls.add(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return call.apply(caller);
                });
            }
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
