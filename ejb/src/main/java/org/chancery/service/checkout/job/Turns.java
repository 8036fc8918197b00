package org.chancery.service.checkout.job;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the steps that are due, one after the other. A race is tried again; what fails all the same is parked, so that it
 * holds up nobody and is looked at.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int PAGE = 200;
    private static final int PAGES = 50;
    private static final int TRIES = 3;

    private final String what;
    private final IntFunction<List<UUID>> due;
    private final Consumer<UUID> turn;
    private final Consumer<UUID> park;

    /**
     * What is taken, and how.
     *
     * @param what its word in the log
     * @param due those with a step due now, at most so many, the longest waiting first
     */
    Turns(String what, IntFunction<List<UUID>> due, Consumer<UUID> turn, Consumer<UUID> park) {
        this.what = what;
        this.due = due;
        this.turn = turn;
        this.park = park;
    }

    /** All that is due, up to a cap that leaves the rest to the next minute. */
    void takeAll() {
        for (int page = 0; page < PAGES; page++) {
            List<UUID> found = due.apply(PAGE);
            found.forEach(this::take);
            if (found.size() < PAGE) {
                return;
            }
        }
    }

    /** One step of one. Never throws. */
    void take(UUID id) {
        for (int attempt = 1; ; attempt++) {
            try {
                turn.accept(id);
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES) {
                    LOG.error("{}.parked {}={}", what, what, id, e);
                    park.accept(id);
                    return;
                }
            }
        }
    }
}
