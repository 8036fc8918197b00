package org.chancery.model.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All remembered calls. */
public interface IdempotentCalls {

    /** Adds and flushes, so that a second one under the same key fails here and not at the commit. */
    void add(IdempotentCall call);

    Optional<IdempotentCall> find(String callerHash, String path, String idempotencyKey);

    Optional<IdempotentCall> find(UUID id);

    void remove(IdempotentCall call);

    /** Forgets at most {@code limit} calls that started before the instant. @return how many */
    int removeStartedBefore(Instant instant, int limit);
}
