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
import org.chancery.service.checkout.SubscriptionTurnService;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.DueWork;

/**
 * Every minute, takes what time makes due in subscriptions: renewals, retries, expiries. It only wakes up, rows decide, so
 * two nodes doing it at once is harmless. Late ones catch up step by step, each missed period once and in order.
 */
@Singleton
@Local(DueWork.class)
@DependsOn("DatabaseMigrator")
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SubscriptionTimer implements DueWork {

    @Inject
    private SubscriptionTurnService turns;

    @Inject
    private CheckoutService checkout;

    @Schedule(hour = "*", minute = "*", second = "11", persistent = false)
    void wake() {
        each().takeAll();
    }

    @Override
    @PermitAll
    public Optional<Piece> next(Instant until) {
        return turns.next(until).map(due -> new Piece(due.id(), due.at()));
    }

    @Override
    @PermitAll
    public void run(UUID subscriptionId) {
        each().take(subscriptionId);
    }

    private Turns each() {
        return new Turns("subscription", turns::due, checkout::turn, turns::park);
    }
}
