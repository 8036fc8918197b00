package org.chancery.service.checkout.job;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.chancery.model.job.Job;
import org.chancery.model.perpetual.PerpetualLicenses.Expiry;
import org.chancery.service.checkout.PerpetualTurnService;
import org.chancery.service.job.JobHold;
import org.chancery.service.job.JobRunner;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.DueWork;

/**
 * Every minute, ends orders of perpetual licenses and of their updates that were not paid in time. One node does so at a
 * time; rows decide, so two nodes doing it at once is harmless.
 */
@Singleton
@Local(DueWork.class)
@DependsOn("DatabaseMigrator")
@RunAs(Roles.SYSTEM)
@AccessTimeout(-1)
@TransactionManagement(TransactionManagementType.BEAN)
public class PerpetualTimer implements DueWork {

    @Inject
    private PerpetualTurnService turns;

    @Inject
    private JobRunner jobs;

    @Override
    @PermitAll
    public Optional<Instant> next(Instant until) {
        return turns.next(until).map(Expiry::at);
    }

    @Override
    @PermitAll
    public void run() {
        each().takeAll(JobHold.FREE);
    }

    @Schedule(hour = "*", minute = "*", second = "17", persistent = false)
    void wake() {
        jobs.run(Job.PERPETUAL_LICENSES, each()::takeAll);
    }

    private Turns each() {
        return new Turns("perpetual", turns::due, ids -> ids.forEach(turns::turn), turns::park);
    }
}
