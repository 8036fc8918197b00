package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chancery.model.licensing.ProtocolWindow;
import org.chancery.model.licensing.ProtocolWindows;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;

/** Counts in a transaction of its own, so that the refusal which follows does not take the count back. */
@Stateless
@PermitAll
public class ProtocolWindowService {

    private static final Duration KEPT = Duration.ofDays(1);

    private final ProtocolWindows windows;
    private final Clock clock;

    @Inject
    public ProtocolWindowService(ProtocolWindows windows, @MachineTime Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public ProtocolWindowService() { // the EJB proxy needs it
        this(null, null);
    }

    /**
     * Counts one hit. When two first hits of a subject meet, one of them fails on the primary key and has to try again.
     *
     * @return how long to wait, or empty when the hit is within the limit
     */
    @Unaudited("a count, not a deed")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Duration> hit(String subject, int limit, Duration window) {
        Instant now = clock.instant();
        ProtocolWindow count = windows.findLocked(subject).orElseGet(() -> begin(subject));
        return count.hit(limit, window, now);
    }

    private ProtocolWindow begin(String subject) {
        ProtocolWindow first = new ProtocolWindow(subject);
        windows.add(first);
        return first;
    }

    /** Removes counts that no limit can still need. */
    @Unaudited("a count, not a deed")
    @RolesAllowed(Roles.SYSTEM)
    public void forgetOld() {
        windows.removeOlderThan(clock.instant().minus(KEPT));
    }
}
