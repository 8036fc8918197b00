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
import org.chancery.model.subscription.Subscriptions.StepDue;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.SubscriptionTurnService;
import org.chancery.service.job.JobHold;
import org.chancery.service.job.JobRunner;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.DueWork;

/**
 * Every minute, takes what time makes due in subscriptions: renewals, retries, expiries. One node does so at a time; rows
 * decide, so two nodes doing it at once is harmless. Late ones catch up step by step, each missed period once and in order.
 */
@Singleton
@Local(DueWork.class)
@DependsOn("DatabaseMigrator")
@RunAs(Roles.SYSTEM)
@AccessTimeout(-1)
@TransactionManagement(TransactionManagementType.BEAN)
public class SubscriptionTimer implements DueWork {

    @Inject
    private SubscriptionTurnService turns;

    @Inject
    private CheckoutService checkout;

    @Inject
    private JobRunner jobs;

    @Override
    @PermitAll
    public Optional<Instant> next(Instant until) {
        return turns.next(until).map(StepDue::at);
    }

    @Override
    @PermitAll
    public void run() {
        each().takeAll(JobHold.FREE);
    }

    @Schedule(hour = "*", minute = "*", second = "11", persistent = false)
    void wake() {
        jobs.run(Job.SUBSCRIPTIONS, each()::takeAll);
    }

    private Turns each() {
        return new Turns("subscription", turns::due, checkout::turn, turns::park);
    }
}
