package org.chancery.service.notification.job;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.chancery.service.notification.OutboxDelivery;
import org.chancery.service.notification.OutboxStepService;

/** Wakes the outbox every five seconds, and at once after a mail was queued. Opens no transaction around the sending. */
@Singleton
@DependsOn("DatabaseMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxTimer {

    @Inject
    private OutboxDelivery delivery;

    @Inject
    private OutboxStepService steps;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void wake() {
        delivery.run();
    }

    /** Comes back at once; the sending goes on elsewhere. */
    @Asynchronous
    public void kick() {
        delivery.run();
    }

    @Schedule(hour = "3", minute = "17", persistent = false)
    void forget() {
        steps.forgetSent();
    }
}
