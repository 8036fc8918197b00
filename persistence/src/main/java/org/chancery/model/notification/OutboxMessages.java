package org.chancery.model.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox as it is stored. */
public interface OutboxMessages {

    void add(OutboxMessage message);

    /**
     * Claims the oldest messages that are due, skipping those another transaction is just claiming. Works by the
     * database's clock, so that nodes with different clocks agree on who holds what.
     */
    List<OutboxMessage> claimDue(UUID worker, Duration lease, int limit);

    /** The message, locked, if this worker still holds it. */
    Optional<OutboxMessage> findClaimedLocked(UUID id, UUID worker);

    /** True while an open message says the same to the same person. */
    boolean hasOpenLike(Mail mail);

    /** How many messages are open and older than the instant: more than none after 15 minutes is an alarm. */
    long countOpenBefore(Instant instant);

    /** Forgets messages sent before the instant. Parked ones stay until a person has seen them. */
    int deleteSentBefore(Instant instant);
}
