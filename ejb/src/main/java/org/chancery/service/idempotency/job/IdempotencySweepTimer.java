package org.chancery.service.idempotency.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.chancery.service.idempotency.IdempotencyService;
import org.chancery.service.platform.Roles;

/** Forgets old keys, a bounded batch at a time. Two nodes doing so at once is harmless. */
@Singleton
@Lock(LockType.READ)
@RunAs(Roles.SYSTEM)
public class IdempotencySweepTimer {

    @Inject
    private IdempotencyService calls;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void sweep() {
        calls.sweep();
    }
}
