package org.chancery.service.job;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.model.job.FinishedRun;
import org.chancery.model.job.Job;
import org.chancery.model.job.JobClaim;
import org.chancery.model.job.JobRun;
import org.chancery.model.job.JobRuns;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.NodeName;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/** The short transactions around the runs of jobs on this node, and what operators see of all of them. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class JobService {

    private static final String PROGRESS = "a job's own progress, recorded in its row";

    private final JobRuns runs;
    private final NodeName node;
    private final Clock clock;

    @Inject
    public JobService(JobRuns runs, NodeName node, @MachineTime Clock clock) {
        this.runs = runs;
        this.node = node;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public JobService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /** Takes the job for a run of this node; empty when it is not its turn, or the job has no row yet. */
    @Unaudited(PROGRESS)
    @TransactionAttribute(REQUIRES_NEW)
    public Optional<JobClaim> claim(Job job) {
        JobClaim claim = new JobClaim(job, node.value(), now());
        return runs.claim(claim) ? Optional.of(claim) : Optional.empty();
    }

    /** Makes the row of a job that has none. @return false when there is one, or another node was faster */
    @Unaudited(PROGRESS)
    @TransactionAttribute(REQUIRES_NEW)
    public boolean introduce(Job job) {
        return !runs.exists(job) && runs.add(new JobRun(job));
    }

    /** Extends a run's hold from now on. @return false when the job is not that run's any more */
    @Unaudited(PROGRESS)
    @TransactionAttribute(REQUIRES_NEW)
    public boolean keep(JobClaim claim) {
        Optional<JobRun> held = runs.findHeldLocked(claim);
        held.ifPresent(run -> run.keep(now()));
        return held.isPresent();
    }

    /** Records that a run has ended well. One that lost the job in the meantime records nothing. */
    @Unaudited(PROGRESS)
    @TransactionAttribute(REQUIRES_NEW)
    public void finish(JobClaim claim) {
        end(claim, null);
    }

    /** Records why a run failed, in one line. One that lost the job in the meantime records nothing. */
    @Unaudited(PROGRESS)
    @TransactionAttribute(REQUIRES_NEW)
    public void fail(JobClaim claim, String reason) {
        end(claim, reason);
    }

    private void end(JobClaim claim, @Nullable String failure) {
        runs.findHeldLocked(claim).ifPresent(run -> run.finish(now(), failure));
    }

    /** Every job there is, as it is doing now. */
    @ReadOnly
    @RolesAllowed({Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER})
    public List<JobView> list() {
        Instant now = now();
        Map<String, JobRun> rows = rows();
        return Arrays.stream(Job.values())
                .map(job -> Optional.ofNullable(rows.get(job.code()))
                        .map(run -> JobView.of(job, run, now))
                        .orElseGet(() -> JobView.neverRun(job)))
                .toList();
    }

    /** The figures of the jobs that have a row; what an older release knew beside them is left out. */
    @ReadOnly
    @PermitAll // says only when and how long, and the page of metrics decides who reads it
    public List<JobFigures> figures() {
        Map<String, JobRun> rows = rows();
        return Arrays.stream(Job.values())
                .flatMap(job -> Optional.ofNullable(rows.get(job.code())).stream())
                .map(run -> new JobFigures(
                        run.job(),
                        run.succeededAt().orElse(null),
                        run.last().map(FinishedRun::took).orElse(null)))
                .toList();
    }

    private Map<String, JobRun> rows() {
        return runs.list().stream().collect(Collectors.toMap(JobRun::job, Function.identity()));
    }

    /** As exact as the databases keep it: a run is known by its start. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
