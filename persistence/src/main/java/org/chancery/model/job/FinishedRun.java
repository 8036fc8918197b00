package org.chancery.model.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job that came to its end.
 *
 * @param owner the node that did it
 * @param failure why it failed, in one line; null when it ended well
 */
@Embeddable
public record FinishedRun(
        @Column(name = "last_owner") String owner,
        @Column(name = "last_started_at") Instant startedAt,
        @Column(name = "finished_at") Instant finishedAt,
        @Column(name = "failure", length = FinishedRun.LONGEST_FAILURE) @Nullable String failure)
        implements Serializable {

    /** What is longer is cut off. */
    static final int LONGEST_FAILURE = 300;

    public FinishedRun {
        if (failure != null && failure.length() > LONGEST_FAILURE) {
            failure = failure.substring(0, LONGEST_FAILURE);
        }
    }

    public boolean isFailed() {
        return failure != null;
    }

    /** How long it took; nothing when the clock was set back meanwhile. */
    public Duration took() {
        Duration took = Duration.between(startedAt, finishedAt);
        return took.isNegative() ? Duration.ZERO : took;
    }
}
