package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A count of one subject, kept in the database, so that all nodes count together. */
@Entity
public class CallCount {

    @Id
    @Column(length = 160)
    private String subject;

    @Embedded
    private RateCount running;

    @SuppressWarnings("NullAway.Init")
    protected CallCount() {} // Hibernate only

    /**
     * A count of nothing yet.
     *
     * @param subject what is counted and for whom, {@code secret:192.0.2.1}
     */
    public CallCount(String subject) {
        this.subject = subject;
        this.running = RateCount.NONE;
    }

    /** Counts one hit, or says how long to wait until the window ends when there is no room for one more. */
    public Optional<Duration> hit(int limit, Duration window, Instant machineNow) {
        Optional<Duration> wait = running.waitingTime(limit, window, machineNow);
        if (wait.isEmpty()) {
            running = running.plusOne(window, machineNow);
        }
        return wait;
    }

    public boolean isOlderThan(Instant machineInstant) {
        return running.windowStart().isBefore(machineInstant);
    }

    public RateCount running() {
        return running;
    }

    public String subject() {
        return subject;
    }
}
