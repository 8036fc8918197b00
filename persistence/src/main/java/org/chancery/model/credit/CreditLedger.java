package org.chancery.model.credit;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;

/** The ledger of account credit. Offers no way to change or remove an entry. */
public interface CreditLedger {

    /** Appends the entries of one journal. The caller holds the lock on the account. */
    void append(List<CreditEntry> journal);

    /** What the account can use at this instant: the sum of its available entries. */
    Money available(UUID accountId, Currency currency, Instant now);

    /** What becomes usable later. */
    Money pending(UUID accountId, Currency currency, Instant now);

    /** The account's own entries, newest first. */
    List<CreditEntry> entries(UUID accountId, int limit);
}
