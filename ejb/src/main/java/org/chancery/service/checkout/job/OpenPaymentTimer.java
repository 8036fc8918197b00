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
import java.util.UUID;
import org.chancery.model.job.Job;
import org.chancery.model.payment.Payments;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.job.JobHold;
import org.chancery.service.job.JobRunner;
import org.chancery.service.payment.PaymentService;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.DueWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every minute, asks what became of payments whose outcome is open: after a crash, a timeout, or while a debit is on its
 * way. One node asks at a time; two asking at once is harmless. Opens no transaction around the asking.
 */
@Singleton
@DependsOn("DatabaseMigrator")
@RunAs(Roles.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
@Local(DueWork.class)
@AccessTimeout(-1)
public class OpenPaymentTimer implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPaymentTimer.class);
    private static final int PAGE = 100;

    @Inject
    private PaymentService payments;

    @Inject
    private CheckoutService checkout;

    @Inject
    private JobRunner jobs;

    @Override
    @PermitAll
    public Optional<Instant> next(Instant until) {
        return payments.nextAsk(until).map(Payments.Ask::at);
    }

    @Override
    @PermitAll
    public void run() {
        askAll(JobHold.FREE);
    }

    @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
    void wake() {
        jobs.run(Job.OPEN_PAYMENTS, this::askAll);
    }

    private void askAll(JobHold hold) {
        for (UUID paymentId : payments.due(PAGE)) {
            if (!hold.lasts()) {
                return;
            }
            resume(paymentId);
        }
    }

    /** One payment that can't be clarified never holds up the others. */
    private void resume(UUID paymentId) {
        try {
            checkout.resume(paymentId);
        } catch (RuntimeException e) {
            LOG.error("payment.unclarified payment={}", paymentId, e);
            payments.postpone(paymentId);
        }
    }
}
