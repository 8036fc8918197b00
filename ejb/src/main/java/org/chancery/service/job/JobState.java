package org.chancery.service.job;

/** How a job is doing. */
public enum JobState {
    /** No node has begun it yet. */
    NEVER_RUN,
    /** A node is doing it now. */
    RUNNING,
    /** Its last run ended well. */
    DONE,
    /** Its last run failed. */
    FAILED,
    /** The node that did it gives no sign of life any more; the next wake-up of any node takes the job. */
    CUT_OFF,
    /** No run of it ended for so long that nobody seems to wake it. */
    OVERDUE;

    /** True when somebody should look at it. */
    public boolean isTrouble() {
        return this == FAILED || this == OVERDUE;
    }
}
