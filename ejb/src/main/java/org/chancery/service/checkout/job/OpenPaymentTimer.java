package org.chancery.service.checkout.job;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
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
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.payment.PaymentService;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.DueWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every minute, asks what became of payments whose outcome is open: after a crash, a timeout, or while a debit is on its
 * way. Two nodes asking at once is harmless. Opens no transaction around the asking.
 */
@Singleton
@DependsOn("DatabaseMigrator")
@RunAs(Roles.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
@Local(DueWork.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OpenPaymentTimer implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPaymentTimer.class);
    private static final int PAGE = 100;

    @Inject
    private PaymentService payments;

    @Inject
    private CheckoutService checkout;

    @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
    void ask() {
        for (UUID paymentId : payments.due(PAGE)) {
            resume(paymentId);
        }
    }

    @Override
    @PermitAll
    public Optional<Piece> next(Instant until) {
        return payments.nextAsk(until).map(ask -> new Piece(ask.payment(), ask.at()));
    }

    @Override
    @PermitAll
    public void run(UUID paymentId) {
        resume(paymentId);
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
