package org.chancery.service.sandbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.sandbox.SandboxTime;
import org.chancery.model.sandbox.SandboxTimes;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;

/** Reads and sets the sandbox's clock. Open to everybody there, because a sandbox holds nothing to protect. */
@Stateless
@PermitAll
public class SandboxClockService {

    private final SandboxTimes times;
    private final BusinessClock clock;
    private final ChanceryConfig config;
    private final AuditTrail audit;

    @Inject
    public SandboxClockService(SandboxTimes times, BusinessClock clock, ChanceryConfig config, AuditTrail audit) {
        this.times = times;
        this.clock = clock;
        this.config = config;
        this.audit = audit;
    }

    @SuppressWarnings("NullAway")
    public SandboxClockService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /** @throws NotFoundException in production */
    @ReadOnly
    public Instant now() {
        requireSandbox();
        return clock.instant();
    }

    /**
     * Stops the clock at this instant, or moves the stopped clock there.
     *
     * @param instant is kept in whole microseconds, as the databases do
     * @return where the clock stands now
     * @throws NotFoundException in production
     * @throws DomainException when the instant lies before what the clock shows
     */
    @Audited("sandbox.clock")
    public Instant moveTo(Instant instant) {
        requireSandbox();
        Instant target = instant.truncatedTo(ChronoUnit.MICROS);
        SandboxTime time = times.getLocked();
        Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);
        time.moveTo(target, before);
        clock.stopAt(target);
        audit.record("sandbox.clock", null, "clock", before.toString(), target.toString());
        return target;
    }

    /** Puts the clock back to where it stood before a restart. */
    @ReadOnly
    public void restore() {
        if (config.isSandbox()) {
            times.get().stoppedAt().ifPresent(clock::stopAt);
        }
    }

    private void requireSandbox() {
        if (!config.isSandbox()) {
            throw new NotFoundException("sandbox", "clock");
        }
    }
}
