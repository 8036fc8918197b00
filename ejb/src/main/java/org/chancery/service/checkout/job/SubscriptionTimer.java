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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.SubscriptionTurnService;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.DueWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionTimer.class);
    private static final int PAGE = 200;
    private static final int PAGES = 50;
    private static final int TRIES = 3;

    @Inject
    private SubscriptionTurnService turns;

    @Inject
    private CheckoutService checkout;

    @Schedule(hour = "*", minute = "*", second = "11", persistent = false)
    void wake() {
        for (int page = 0; page < PAGES; page++) {
            List<UUID> due = turns.due(PAGE);
            due.forEach(this::take);
            if (due.size() < PAGE) {
                return;
            }
        }
    }

    @Override
    @PermitAll
    public Optional<Piece> next(Instant until) {
        return turns.next(until).map(due -> new Piece(due.id(), due.at()));
    }

    @Override
    @PermitAll
    public void run(UUID subscriptionId) {
        take(subscriptionId);
    }

    /** A race is tried again; what fails all the same is parked, so that it holds up nobody and is looked at. */
    private void take(UUID subscriptionId) {
        for (int attempt = 1; ; attempt++) {
            try {
                checkout.turn(subscriptionId);
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES) {
                    LOG.error("subscription.parked subscription={}", subscriptionId, e);
                    turns.park(subscriptionId);
                    return;
                }
            }
        }
    }
}
