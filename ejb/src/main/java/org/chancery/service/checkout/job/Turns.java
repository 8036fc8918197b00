package org.chancery.service.checkout.job;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.chancery.service.job.JobHold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the steps that are due, a few at a time. A race is tried again; what fails all the same is parked, so that it holds
 * up nobody and is looked at. Never throws because of one of them.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int PAGE = 200;
    private static final int PAGES = 50;
    private static final int TOGETHER = 25;
    private static final int TRIES = 3;

    private final String what;
    private final IntFunction<List<UUID>> due;
    private final Consumer<List<UUID>> turn;
    private final Consumer<UUID> park;

    /**
     * What is taken, and how.
     *
     * @param what its word in the log
     * @param due those with a step due now, at most so many, the longest waiting first
     * @param turn takes one step of each, all or none; where a step is not due any more, nothing
     */
    Turns(String what, IntFunction<List<UUID>> due, Consumer<List<UUID>> turn, Consumer<UUID> park) {
        this.what = what;
        this.due = due;
        this.turn = turn;
        this.park = park;
    }

    /** All that is due, up to a cap that leaves the rest to the next minute, and no further than the hold lasts. */
    void takeAll(JobHold hold) {
        for (int page = 0; page < PAGES; page++) {
            List<UUID> found = due.apply(PAGE);
            if (!takeEach(found, hold) || found.size() < PAGE) {
                return;
            }
        }
    }

    /** False when the hold did not last. */
    private boolean takeEach(List<UUID> found, JobHold hold) {
        for (int from = 0; from < found.size(); from += TOGETHER) {
            if (!hold.lasts()) {
                return false;
            }
            take(found.subList(from, Math.min(found.size(), from + TOGETHER)));
        }
        return true;
    }

    /** Many in one transaction cost little; where one of them fails, each is taken by itself. */
    private void take(List<UUID> some) {
        if (some.size() > 1) {
            try {
                turn.accept(some);
                return;
            } catch (RuntimeException e) {
                LOG.warn("{}.separated count={}", what, some.size(), e);
            }
        }
        some.forEach(this::take);
    }

    private void take(UUID id) {
        for (int attempt = 1; ; attempt++) {
            try {
                turn.accept(List.of(id));
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
