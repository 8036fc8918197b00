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
import org.chancery.service.checkout.PerpetualTurnService;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.DueWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every minute, ends orders of perpetual licenses and of their updates that were not paid in time. It only wakes up, rows
 * decide, so two nodes doing it at once is harmless.
 */
@Singleton
@Local(DueWork.class)
@DependsOn("DatabaseMigrator")
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PerpetualTimer implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(PerpetualTimer.class);
    private static final int PAGE = 200;
    private static final int PAGES = 50;
    private static final int TRIES = 3;

    @Inject
    private PerpetualTurnService turns;

    @Schedule(hour = "*", minute = "*", second = "17", persistent = false)
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
    public void run(UUID perpetualId) {
        take(perpetualId);
    }

    /** A race is tried again; what fails all the same is parked, so that it holds up nobody and is looked at. */
    private void take(UUID perpetualId) {
        for (int attempt = 1; ; attempt++) {
            try {
                turns.turn(perpetualId);
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES) {
                    LOG.error("perpetual.parked perpetual={}", perpetualId, e);
                    turns.park(perpetualId);
                    return;
                }
            }
        }
    }
}
