package org.chancery.model.job;

import java.util.List;
import java.util.Optional;

/** The rows of all jobs. */
public interface JobRuns {

    boolean exists(Job job);

    /**
     * Adds the row of a job.
     *
     * @return false when another node did so in the same moment; nothing more can be done in this transaction then
     */
    boolean add(JobRun run);

    /**
     * Takes the job, unless a node holds it, or its last good run was for the same wake-up. One statement decides, so of
     * many who try at once one succeeds.
     *
     * @return true when the job is this run's now
     */
    boolean claim(JobClaim claim);

    /** The job's row, locked, while it is this run's and not finished. */
    Optional<JobRun> findHeldLocked(JobClaim claim);

    List<JobRun> list();
}
