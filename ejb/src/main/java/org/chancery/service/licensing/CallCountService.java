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
import org.chancery.model.licensing.CallCount;
import org.chancery.model.licensing.CallCounts;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;

/** Counts in a transaction of its own, so that the refusal which follows does not take the count back. */
@Stateless
@PermitAll
public class CallCountService {

    private static final Duration KEPT = Duration.ofDays(1);

    private final CallCounts counts;
    private final Clock clock;

    @Inject
    public CallCountService(CallCounts counts, @MachineTime Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public CallCountService() { // the EJB proxy needs it
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
        Optional<Duration> wait = look(subject, limit, window, now);
        if (wait.isPresent()) {
            return wait; // a flood does not queue for the row
        }
        CallCount count = counts.findLocked(subject).orElseGet(() -> begin(subject));
        return count.hit(limit, window, now);
    }

    /** How long to wait until one more hit is within the limit; empty when it is. Counts nothing. */
    @ReadOnly
    public Optional<Duration> waitingTime(String subject, int limit, Duration window) {
        return look(subject, limit, window, clock.instant());
    }

    private Optional<Duration> look(String subject, int limit, Duration window, Instant now) {
        return counts.look(subject).flatMap(count -> count.waitingTime(limit, window, now));
    }

    private CallCount begin(String subject) {
        CallCount first = new CallCount(subject);
        counts.add(first);
        return first;
    }

    /** Removes counts that no limit can still need. */
    @Unaudited("a count, not a deed")
    @RolesAllowed(Roles.SYSTEM)
    public void forgetOld() {
        counts.removeOlderThan(clock.instant().minus(KEPT));
    }
}
