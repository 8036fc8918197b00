package org.chancery.service.invariant.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.chancery.service.invariant.Breach;
import org.chancery.service.invariant.InvariantService;
import org.chancery.service.platform.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the invariants every night and says so loudly when one is broken. */
@Singleton
@Lock(LockType.READ)
@RunAs(Roles.SYSTEM)
public class InvariantTimer {

    private static final Logger LOG = LoggerFactory.getLogger(InvariantTimer.class);

    @Inject
    private InvariantService invariants;

    @Schedule(hour = "3", minute = "17", persistent = false)
    void check() {
        for (Breach breach : invariants.breaches()) {
            LOG.error("invariant.broken rule=\"{}\" subject={}", breach.rule(), breach.subject());
        }
    }
}
