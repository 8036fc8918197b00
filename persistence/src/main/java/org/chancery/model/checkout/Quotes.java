package org.chancery.model.checkout;

import java.util.Optional;
import java.util.UUID;

/** All quotes. */
public interface Quotes {

    void add(Quote quote);

    /** Whose quote it is, without loading it; empty for a price list, which can't be ordered by. */
    Optional<UUID> accountOf(UUID id);

    /** Locks the row until the transaction ends, so that a quote is used once. */
    Optional<Quote> findLocked(UUID id);
}
