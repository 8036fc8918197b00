package org.chancery.web.edge;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells when somebody else was faster: the row was changed meanwhile, the unique key is taken since the check for it, or
 * the database chose this transaction to give way. None of it is a fault; who looks again sees what holds now.
 */
public final class LostRaces {

    /** SQLSTATE, the same on H2 and on PostgreSQL: unique violation, serialization failure, deadlock. */
    private static final Set<String> STATES = Set.of("23505", "40001", "40P01");

    private static final int DEEPEST = 20;

    private LostRaces() {}

    /** True when this, or what caused it, is a lost race. */
    public static boolean isOne(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && STATES.contains(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
