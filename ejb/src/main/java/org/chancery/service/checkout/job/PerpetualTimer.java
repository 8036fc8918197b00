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
import org.chancery.service.checkout.PerpetualTurnService;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.DueWork;

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

    @Inject
    private PerpetualTurnService turns;

    @Schedule(hour = "*", minute = "*", second = "17", persistent = false)
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
    public void run(UUID perpetualId) {
        each().take(perpetualId);
    }

    private Turns each() {
        return new Turns("perpetual", turns::due, turns::turn, turns::park);
    }
}
