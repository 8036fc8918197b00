package org.chancery.service.notification.job;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.chancery.model.job.Job;
import org.chancery.service.job.JobRunner;
import org.chancery.service.notification.OutboxDelivery;
import org.chancery.service.notification.OutboxStepService;
import org.chancery.service.platform.Roles;

/** Wakes the outbox every five seconds, and at once after a mail was queued. Opens no transaction around the sending. */
@Singleton
@DependsOn("DatabaseMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@RunAs(Roles.SYSTEM)
public class OutboxTimer {

    @Inject
    private OutboxDelivery delivery;

    @Inject
    private OutboxStepService steps;

    @Inject
    private JobRunner jobs;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void wake() {
        jobs.run(Job.OUTBOX, delivery::run);
    }

    /** Comes back at once; the sending goes on elsewhere, on this node, whichever has the job: a mail can't wait for that. */
    @PermitAll
    @Asynchronous
    public void kick() {
        delivery.run();
    }

    @Schedule(hour = "3", minute = "17", persistent = false)
    void forget() {
        jobs.run(Job.SENT_MAILS, hold -> steps.forgetSent());
    }
}
