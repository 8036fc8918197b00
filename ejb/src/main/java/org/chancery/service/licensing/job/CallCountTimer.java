package org.chancery.service.licensing.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.chancery.model.job.Job;
import org.chancery.service.job.JobRunner;
import org.chancery.service.licensing.CallCountService;
import org.chancery.service.platform.Roles;

/** Keeps the counts from piling up. Running on every node at once is harmless. */
@Singleton
@Lock(LockType.READ)
@RunAs(Roles.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class CallCountTimer {

    @Inject
    private CallCountService calls;

    @Inject
    private JobRunner jobs;

    @Schedule(hour = "*", minute = "23", persistent = false)
    void forgetOld() {
        jobs.run(Job.CALL_COUNTS, hold -> calls.forgetOld());
    }
}
