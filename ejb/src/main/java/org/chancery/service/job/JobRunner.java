package org.chancery.service.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.chancery.model.job.Job;
import org.chancery.model.job.JobClaim;
import org.chancery.model.job.JobRun;
import org.chancery.service.platform.MachineTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What timers do at their wake-up: {@code jobs.run(Job.OUTBOX, delivery::run)}. The job is done when it is this node's turn,
 * and how that ended is recorded. Opens no transaction around the work.
 */
@ApplicationScoped
public class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration KEEP_AFTER = JobRun.HOLD.dividedBy(3);

    private final JobService service;
    private final Clock clock;

    @Inject
    public JobRunner(JobService service, @MachineTime Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected JobRunner() { // the CDI proxy needs it
        this(null, null);
    }

    /**
     * Does the work, unless another node is at it or has done it for this wake-up. What the work throws is recorded and
     * logged, and goes no further: the next wake-up tries again.
     */
    public void run(Job job, Consumer<JobHold> work) {
        claim(job).ifPresent(claim -> run(claim, work));
    }

    /** The first of all wake-ups finds no row and makes it. Who is beaten to that leaves the job to the faster one. */
    private Optional<JobClaim> claim(Job job) {
        Optional<JobClaim> claim = service.claim(job);
        return claim.isEmpty() && service.introduce(job) ? service.claim(job) : claim;
    }

    private void run(JobClaim claim, Consumer<JobHold> work) {
        try {
            work.accept(new ExtendedHold(claim));
        } catch (RuntimeException e) {
            LOG.error("job.failed job={}", claim.job().code(), e);
            service.fail(claim, reasonOf(e));
            return;
        }
        service.finish(claim);
    }

    /** The innermost cause in one line: what wraps it only says that something went wrong. */
    private static String reasonOf(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String kind = cause.getClass().getSimpleName();
        return Optional.ofNullable(cause.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .map(line -> kind + ": " + line)
                .orElse(kind);
    }

    /** A hold that is extended while somebody asks for it. */
    private final class ExtendedHold implements JobHold {

        private final JobClaim claim;
        private Instant keptAt;
        private boolean lost;

        ExtendedHold(JobClaim claim) {
            this.claim = claim;
            this.keptAt = claim.startedAt();
        }

        @Override
        public boolean lasts() {
            Instant now = clock.instant();
            if (!lost && Duration.between(keptAt, now).compareTo(KEEP_AFTER) > 0) {
                lost = !service.keep(claim);
                keptAt = now;
                if (lost) {
                    LOG.warn("job.lost job={} node={}", claim.job().code(), claim.owner());
                }
            }
            return !lost;
        }
    }
}
