package org.chancery.model.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.DomainException;

/** All remembered calls. */
public interface IdempotentCalls {

    /**
     * Adds and flushes, so that a second one under the same key fails here and not at the commit.
     *
     * @throws DomainException in progress, when another call took the key in the same moment; the transaction is over then
     */
    void add(IdempotentCall call);

    Optional<IdempotentCall> find(String callerHash, String path, String idempotencyKey);

    Optional<IdempotentCall> find(UUID id);

    /** Forgets the call; one that is gone already stays gone. */
    void remove(UUID id);

    /** Forgets at most {@code limit} calls that started before the instant. @return how many */
    int removeStartedBefore(Instant instant, int limit);
}
