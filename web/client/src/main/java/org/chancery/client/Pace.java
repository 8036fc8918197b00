package org.chancery.client;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to write to the server next. Always a little by chance, so that a thousand instances never write together. */
final class Pace {

    static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
    static final int CHECKS_PER_LEASE = 3;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final double LEAST_SHARE_OF_INTERVAL = 0.8;
    private static final double LEAST_SHARE_OF_PAUSE = 0.5;
    private static final int MOST_DOUBLINGS = 10;

    private final RandomGenerator random;
    private int failures;
    private int evictions;

    Pace(RandomGenerator random) {
        this.random = random;
    }

    /** How many messages in a row brought nothing. */
    int failures() {
        return failures;
    }

    /** After a grant: a little before the server's own wish, and at once when the lease does not tell the time. */
    Duration granted(Outcome.Granted granted) {
        failures = 0;
        if (!granted.isPrompt()) {
            return Duration.ZERO;
        }
        return share(granted.next(), LEAST_SHARE_OF_INTERVAL);
    }

    /** A check was granted, so the seat is really ours. */
    void settled() {
        evictions = 0;
    }

    /** After an answer that was none. */
    Duration unanswered(Outcome.Unanswered unanswered) {
        failures++;
        Duration pause = share(doubled(failures - 1), LEAST_SHARE_OF_PAUSE);
        Duration asked = unanswered.retryAfter();
        return asked == null ? pause : longer(pause, shorter(asked, LONGEST_INTERVAL));
    }

    /** After the loss of a seat: the remedy is to ask for one, at once unless that happens again and again. */
    Duration evicted() {
        failures = 0;
        Duration pause = evictions == 0 ? Duration.ZERO : share(doubled(evictions - 1), LEAST_SHARE_OF_PAUSE);
        evictions++;
        return pause;
    }

    /** After a refusal that somebody may lift at any time. */
    Duration refused(@Nullable Duration retryAfter) {
        failures = 0;
        Duration pause =
                retryAfter == null ? LONGEST_PAUSE : longer(SHORTEST_PAUSE, shorter(retryAfter, LONGEST_PAUSE));
        return share(pause, LEAST_SHARE_OF_PAUSE);
    }

    /** After a refusal that only another secret lifts. */
    Duration refusedSecret() {
        failures = 0;
        return share(LONGEST_INTERVAL, LEAST_SHARE_OF_PAUSE);
    }

    private static Duration doubled(int times) {
        return shorter(SHORTEST_PAUSE.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS)), LONGEST_PAUSE);
    }

    private Duration share(Duration whole, double least) {
        double share = least + (1 - least) * random.nextDouble();
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
