package org.chancery.model.checkout;

import java.util.Optional;
import java.util.UUID;
import org.chancery.model.time.BillingPeriod;

/** All quotes. */
public interface Quotes {

    void add(Quote quote);

    /** Whose quote it is, without loading it; empty for a price list, which can't be ordered by. */
    Optional<UUID> accountOf(UUID id);

    /** How often what was quoted is paid, without loading it. */
    Optional<BillingPeriod> periodOf(UUID id);

    /** Locks the row until the transaction ends, so that a quote is used once. */
    Optional<Quote> findLocked(UUID id);
}
