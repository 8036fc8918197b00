package org.chancery.model.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents of all invoices and credit notes. They are added and read, never changed. */
public interface FrozenDocuments {

    /** Freezes it for good; the database refuses a second one of the same invoice. */
    void add(FrozenDocument document);

    /** Empty for a draft, and for an invoice from before documents were frozen. */
    Optional<FrozenDocument> find(UUID invoiceId);

    /**
     * A page of what was issued in a span of time, oldest first.
     *
     * @param accountId whose, or null for everybody's
     * @param after the invoice that ended the page before, or null for the first page
     */
    List<FrozenDocument> issued(@Nullable UUID accountId, Instant from, Instant until, @Nullable UUID after, int limit);

    /** How many there are in all such pages. */
    long countIssued(@Nullable UUID accountId, Instant from, Instant until);
}
