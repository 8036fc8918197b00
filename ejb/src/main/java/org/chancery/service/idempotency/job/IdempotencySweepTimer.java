package org.chancery.service.idempotency.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.chancery.model.job.Job;
import org.chancery.service.idempotency.IdempotencyService;
import org.chancery.service.job.JobRunner;
import org.chancery.service.platform.Roles;

/** Forgets old keys, a bounded batch at a time. Two nodes doing so at once is harmless. */
@Singleton
@Lock(LockType.READ)
@RunAs(Roles.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class IdempotencySweepTimer {

    @Inject
    private IdempotencyService calls;

    @Inject
    private JobRunner jobs;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void sweep() {
        jobs.run(Job.IDEMPOTENCY_KEYS, hold -> calls.sweep());
    }
}
