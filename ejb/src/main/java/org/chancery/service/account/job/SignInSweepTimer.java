package org.chancery.service.account.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.chancery.model.job.Job;
import org.chancery.service.account.SignInStepService;
import org.chancery.service.job.JobRunner;
import org.chancery.service.platform.Roles;

/** Forgets old sign-in codes and counts once an hour. Two nodes doing so at once is harmless. */
@Singleton
@DependsOn("DatabaseMigrator")
@RunAs(Roles.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class SignInSweepTimer {

    @Inject
    private SignInStepService steps;

    @Inject
    private JobRunner jobs;

    @Schedule(hour = "*", minute = "41", persistent = false)
    void sweep() {
        jobs.run(Job.SIGN_IN_CODES, hold -> steps.forgetOld());
    }
}
