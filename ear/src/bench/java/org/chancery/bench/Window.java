package org.chancery.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What was seen while it was open.
 *
 * @param latencies of every request, in nanoseconds, sorted
 * @param errors answers other than 2xx, and connections that broke
 * @param length how long it was open
 * @param driven processor time of this process meanwhile: the server and the database could not have it
 */
record Window(long[] latencies, List<String> errors, Duration length, Duration driven) {

    static final Window NOTHING = new Window(new long[0], List.of());

    /** What one thread saw. */
    Window(long[] latencies, List<String> errors) {
        this(latencies, errors, Duration.ZERO, Duration.ZERO);
    }

    Window {
        latencies = latencies.clone();
        Arrays.sort(latencies);
    }

    /** Both, one after the other. */
    Window plus(Window other) {
        return new Window(
                LongStream.concat(Arrays.stream(latencies), Arrays.stream(other.latencies))
                        .toArray(),
                Stream.concat(errors.stream(), other.errors.stream()).toList(),
                length.plus(other.length),
                driven.plus(other.driven));
    }

    Window lasting(Duration whole, Duration processor) {
        return new Window(latencies, errors, whole, processor);
    }

    int requests() {
        return latencies.length;
    }

    double perSecond() {
        return requests() / (length.toNanos() / 1e9);
    }

    /** Milliseconds of processor time that the driver took for each request. */
    double driverMillis() {
        return requests() == 0 ? 0 : driven.toNanos() / 1e6 / requests();
    }

    /** Milliseconds within which this share of the requests was answered. */
    double percentile(double share) {
        int rank = (int) Math.ceil(share * latencies.length) - 1;
        return latencies.length == 0 ? 0 : latencies[Math.max(0, rank)] / 1e6;
    }
}
