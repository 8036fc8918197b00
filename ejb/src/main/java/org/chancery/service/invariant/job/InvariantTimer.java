package org.chancery.service.invariant.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import org.chancery.model.job.Job;
import org.chancery.service.invariant.Breach;
import org.chancery.service.invariant.InvariantService;
import org.chancery.service.job.JobRunner;
import org.chancery.service.platform.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the invariants every night and says so loudly when one is broken: in the log, and by a run that failed. */
@Singleton
@Lock(LockType.READ)
@RunAs(Roles.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class InvariantTimer {

    private static final Logger LOG = LoggerFactory.getLogger(InvariantTimer.class);

    @Inject
    private InvariantService invariants;

    @Inject
    private JobRunner jobs;

    @Schedule(hour = "3", minute = "17", persistent = false)
    void wake() {
        jobs.run(Job.INVARIANTS, hold -> check());
    }

    private void check() {
        List<Breach> breaches = invariants.breaches();
        for (Breach breach : breaches) {
            LOG.error("invariant.broken rule=\"{}\" subject={}", breach.rule(), breach.subject());
        }
        if (!breaches.isEmpty()) {
            throw new IllegalStateException(breaches.size() + " breaches, the first of \""
                    + breaches.get(0).rule() + "\"");
        }
    }
}
