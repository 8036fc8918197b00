package org.chancery.model.licensing;

import java.time.Instant;
import java.util.Optional;

/** All counts of limited things. */
public interface CallCounts {

    /** Adds it at once, so that a second count of the same subject fails here and not later. */
    void add(CallCount count);

    /** How often it was counted, without a lock. */
    Optional<RateCount> look(String subject);

    /** Finds it and locks its row until the transaction ends. */
    Optional<CallCount> findLocked(String subject);

    /** Removes the counts whose window began before this instant of the machine's clock. */
    int removeOlderThan(Instant machineInstant);
}
