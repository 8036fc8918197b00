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
     * @param now what the clock of this node shows at the moment; another node may have put it further already
     * @throws DomainException when the instant lies before either
     */
    public void moveTo(Instant instant, Instant now) {
        Instant earliest = stoppedAt().filter(now::isBefore).orElse(now);
        if (instant.isBefore(earliest)) {
            throw new DomainException(SandboxRefusal.CLOCK_BACKWARDS, instant + " lies before " + earliest);
        }
        stoppedAt = instant;
    }

    /** Empty while the clock follows the machine. */
    public Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }
}
