package org.chancery.model.credit;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/** The ledger of account credit. Offers no way to change or remove an entry. */
public interface CreditLedger {

    /** Appends the entries of one journal. The caller holds the lock on the account. */
    void append(List<CreditEntry> journal);

    /** What the account can use at this instant: the sum of its available entries. */
    Money available(UUID accountId, Currency currency, Instant now);

    /** What becomes usable later. */
    Money pending(UUID accountId, Currency currency, Instant now);

    /**
     * A page of the account's own entries in every currency, the newest first.
     *
     * @param after the last id of the page before, or null for the first page
     */
    List<CreditEntry> entries(UUID accountId, @Nullable UUID after, int limit);

    /** The entries that gave the account this currency, the last to become usable first: as many as come to the sum. */
    List<CreditEntry> latestGains(UUID accountId, Money sum);

    /** Every currency in which credit of the account ever moved. */
    Set<Currency> currencies(UUID accountId);
}
