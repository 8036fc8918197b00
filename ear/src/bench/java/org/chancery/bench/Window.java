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
 */
record Window(long[] latencies, List<String> errors, Duration length) {

    static final Window NOTHING = new Window(new long[0], List.of(), Duration.ZERO);

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
                length.plus(other.length));
    }

    Window lasting(Duration whole) {
        return new Window(latencies, errors, whole);
    }

    int requests() {
        return latencies.length;
    }

    double perSecond() {
        return requests() / (length.toNanos() / 1e9);
    }

    /** Milliseconds within which this share of the requests was answered. */
    double percentile(double share) {
        int rank = (int) Math.ceil(share * latencies.length) - 1;
        return latencies.length == 0 ? 0 : latencies[Math.max(0, rank)] / 1e6;
    }
}
