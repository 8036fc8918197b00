package org.chancery.model.job;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of jobs in memory, shared by as many nodes as a test has. */
public class InMemoryJobRuns implements JobRuns {

    private final Map<String, JobRun> runs = new LinkedHashMap<>();

    @Override
    public synchronized boolean exists(Job job) {
        return runs.containsKey(job.code());
    }

    @Override
    public synchronized boolean add(JobRun run) {
        return runs.putIfAbsent(run.job(), run) == null;
    }

    @Override
    public synchronized boolean claim(JobClaim claim) {
        JobRun run = runs.get(claim.job().code());
        if (run == null || isHeld(run, claim) || isDone(run, claim)) {
            return false;
        }
        set(run, "owner", claim.owner());
        set(run, "startedAt", claim.startedAt());
        set(run, "heldUntil", claim.heldUntil());
        return true;
    }

    private static boolean isHeld(JobRun run, JobClaim claim) {
        return run.heldUntil().filter(until -> until.isAfter(claim.startedAt())).isPresent();
    }

    private static boolean isDone(JobRun run, JobClaim claim) {
        Instant wakeUp = claim.wakeUp();
        return run.last()
                .filter(last -> !last.isFailed() && last.startedAt().isAfter(wakeUp))
                .isPresent();
    }

    @Override
    public synchronized Optional<JobRun> findHeldLocked(JobClaim claim) {
        return Optional.ofNullable(runs.get(claim.job().code())).filter(run -> run.isHeldBy(claim));
    }

    @Override
    public synchronized List<JobRun> list() {
        return List.copyOf(runs.values());
    }

    // The entity has no verb for it: in a database one statement decides and writes.
    private static void set(JobRun run, String name, Object value) {
        try {
            Field field = JobRun.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(run, value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The field was renamed", e);
        }
    }
}
