package org.chancery.service.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.chancery.model.job.FinishedRun;
import org.chancery.model.job.Job;
import org.chancery.model.job.JobRun;
import org.jspecify.annotations.Nullable;

/**
 * A job as operators see it.
 *
 * @param owner the node whose run began last, or null before the first one
 * @param startedAt when the run that began last did so, or null before the first one
 * @param last the run that finished last, or null before the first one has
 */
public record JobView(
        Job job, JobState state, @Nullable String owner, @Nullable Instant startedAt, @Nullable FinishedRun last)
        implements Serializable {

    static JobView neverRun(Job job) {
        return new JobView(job, JobState.NEVER_RUN, null, null, null);
    }

    static JobView of(Job job, JobRun run, Instant now) {
        return new JobView(
                job,
                stateOf(job, run, now),
                run.owner().orElse(null),
                run.startedAt().orElse(null),
                run.last().orElse(null));
    }

    private static JobState stateOf(Job job, JobRun run, Instant now) {
        Optional<Instant> heldUntil = run.heldUntil();
        if (heldUntil.filter(now::isBefore).isPresent()) {
            return JobState.RUNNING;
        }
        Optional<Instant> seen = run.last().map(FinishedRun::finishedAt).or(run::startedAt);
        if (seen.isEmpty()) {
            return JobState.NEVER_RUN;
        }
        if (seen.get().plus(job.patience()).isBefore(now)) {
            return JobState.OVERDUE;
        }
        if (heldUntil.isPresent()) {
            return JobState.CUT_OFF;
        }
        return run.last().filter(FinishedRun::isFailed).isPresent() ? JobState.FAILED : JobState.DONE;
    }
}
