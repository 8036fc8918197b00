package org.chancery.model.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which node does a job now, and how its last finished run ended. A node holds the job for a short while and extends that
 * as long as it works; when it dies, its hold ends by itself and another node takes the job.
 */
@Entity
public class JobRun {

    /** How long a node holds a job without a sign of life. A transaction of ours lasts no longer either. */
    public static final Duration HOLD = Duration.ofSeconds(30);

    @Id
    @Column(length = 40)
    private String job;

    @Column
    private @Nullable String owner;

    @Column
    private @Nullable Instant startedAt;

    // Null while nobody runs it; passed when the node that ran it gave no sign of life.
    @Column
    private @Nullable Instant heldUntil;

    @Embedded
    private @Nullable FinishedRun last;

    @Column
    private @Nullable Instant succeededAt;

    @SuppressWarnings("NullAway.Init")
    protected JobRun() {} // Hibernate only

    /** A job that nobody has run yet. */
    public JobRun(Job job) {
        this.job = job.code();
    }

    /** Holds the job a while longer, from now on. */
    public void keep(Instant now) {
        heldUntil = now.plus(HOLD);
    }

    /** @param failure why it failed, in one line; null when it ended well */
    public void finish(Instant now, @Nullable String failure) {
        if (owner == null || startedAt == null) {
            throw new IllegalStateException("Nobody runs " + job);
        }
        last = new FinishedRun(owner, startedAt, now, failure);
        heldUntil = null;
        if (failure == null) {
            succeededAt = now;
        }
    }

    /** True while this very run has not finished and nobody else has taken the job. */
    public boolean isHeldBy(JobClaim claim) {
        return heldUntil != null
                && claim.owner().equals(owner)
                && claim.startedAt().equals(startedAt);
    }

    /** The job's code. */
    public String job() {
        return job;
    }

    /** The node of the run that began last; empty before the first one. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** When the run that began last did so; empty before the first one. */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    /** Empty when the run that began last has finished. */
    public Optional<Instant> heldUntil() {
        return Optional.ofNullable(heldUntil);
    }

    /** Empty before the first run has finished. */
    public Optional<FinishedRun> last() {
        return Optional.ofNullable(last);
    }

    /** When a run last ended well. */
    public Optional<Instant> succeededAt() {
        return Optional.ofNullable(succeededAt);
    }
}
