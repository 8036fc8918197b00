package org.chancery.service.sandbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.chancery.model.platform.DomainException;
import org.chancery.model.sandbox.SandboxTime;
import org.chancery.model.sandbox.SandboxTimes;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.BusinessClock;

/** Stops the sandbox's clock at one instant and remembers it, in one transaction. */
@Stateless
@PermitAll
public class SandboxStopService {

    private final SandboxTimes times;
    private final BusinessClock clock;
    private final AuditTrail audit;

    @Inject
    public SandboxStopService(SandboxTimes times, BusinessClock clock, AuditTrail audit) {
        this.times = times;
        this.clock = clock;
        this.audit = audit;
    }

    @SuppressWarnings("NullAway")
    public SandboxStopService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /** @throws DomainException when the instant lies before what the clock shows */
    @Audited("sandbox.clock")
    public void stopAt(Instant instant) {
        SandboxTime time = times.getLocked();
        Instant before = clock.instant();
        time.moveTo(instant, before);
        clock.stopAt(instant);
        audit.record("sandbox.clock", null, "clock", before.toString(), instant.toString());
    }
}
