package org.chancery.model.job;

import java.time.Instant;

/**
 * One run of a job on one node. A run that lost its hold can be told by its start from the next one, on the same node too.
 *
 * @param owner the node's name
 * @param startedAt by the machine's clock, in whole microseconds, as the databases keep it
 */
public record JobClaim(Job job, String owner, Instant startedAt) {

    /** A run that began after this instant and ended well was for the same wake-up: clocks of nodes differ a little. */
    public Instant wakeUp() {
        return startedAt.minus(job.interval().dividedBy(2));
    }

    /** Until when the job is held at first. */
    public Instant heldUntil() {
        return startedAt.plus(JobRun.HOLD);
    }
}
