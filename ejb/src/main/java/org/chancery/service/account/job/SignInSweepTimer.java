package org.chancery.service.account.job;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.chancery.service.account.SignInStepService;

/** Forgets old sign-in codes and counts once an hour. Two nodes doing so at once is harmless. */
@Singleton
@DependsOn("DatabaseMigrator")
public class SignInSweepTimer {

    @Inject
    private SignInStepService steps;

    @Schedule(hour = "*", minute = "41", persistent = false)
    void sweep() {
        steps.forgetOld();
    }
}
