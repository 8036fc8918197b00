package org.chancery.bench;

import java.time.Duration;

/**
 * How long and how hard to press. Every value is a system property of that name.
 *
 * @param threads {@code bench.threads}: how many requests are under way at any time
 * @param connections {@code bench.connections}: open connections of each thread, which it uses in turn
 * @param window {@code bench.seconds}: length of one measuring window
 * @param rounds {@code bench.rounds}: how often each case is measured, in turns
 * @param warmUp {@code bench.warmup}: seconds that are not measured, a third for each case
 * @param instances {@code bench.instances}: activated before the first check
 */
record BenchSettings(int threads, int connections, Duration window, int rounds, Duration warmUp, int instances) {

    static BenchSettings ofProperties() {
        return new BenchSettings(
                Integer.getInteger("bench.threads", 8),
                Integer.getInteger("bench.connections", 16),
                Duration.ofSeconds(Integer.getInteger("bench.seconds", 15)),
                Integer.getInteger("bench.rounds", 4),
                Duration.ofSeconds(Integer.getInteger("bench.warmup", 450)),
                Integer.getInteger("bench.instances", 6_000));
    }
}
