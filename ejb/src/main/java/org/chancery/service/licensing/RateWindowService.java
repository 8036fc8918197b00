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
import org.chancery.model.licensing.RateWindow;
import org.chancery.model.licensing.RateWindows;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;

/** Counts in a transaction of its own, so that the refusal which follows does not take the count back. */
@Stateless
@PermitAll
public class RateWindowService {

    private static final Duration KEPT = Duration.ofDays(1);

    private final RateWindows windows;
    private final Clock clock;

    @Inject
    public RateWindowService(RateWindows windows, @MachineTime Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public RateWindowService() { // the EJB proxy needs it
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
        RateWindow count = windows.findLocked(subject).orElseGet(() -> begin(subject));
        return count.hit(limit, window, now);
    }

    private RateWindow begin(String subject) {
        RateWindow first = new RateWindow(subject);
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
