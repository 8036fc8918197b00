package org.chancery.model.sandbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.chancery.model.platform.DomainException;
import org.jspecify.annotations.Nullable;

/** The one row that remembers where the sandbox's clock stands, so that a restart does not move it. */
@Entity
public class SandboxTime {

    /** The id of the only row. */
    public static final int ONLY = 1;

    @Id
    private int id;

    @Column
    private @Nullable Instant stoppedAt;

    protected SandboxTime() {} // Hibernate only

    /**
     * @param now what the clock shows at the moment
     * @throws DomainException when the instant lies before it
     */
    public void moveTo(Instant instant, Instant now) {
        if (instant.isBefore(now)) {
            throw new DomainException(SandboxRefusal.CLOCK_BACKWARDS, instant + " lies before " + now);
        }
        stoppedAt = instant;
    }

    /** Empty while the clock follows the machine. */
    public Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }
}
