package org.chancery.service.credit;

import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.chancery.model.credit.CreditKind;

/** An account's credit: what it can use, what is on its way, and every movement. */
public record CreditView(List<Balance> balances, List<Entry> entries) implements Serializable {

    /** The sums in one currency, in minor units. */
    public record Balance(Currency currency, long available, long pending) implements Serializable {}

    /** One movement; negative when credit was used. */
    public record Entry(
            long amount,
            Currency currency,
            CreditKind kind,
            String reason,
            boolean available,
            Instant createdAt,
            Instant availableAt)
            implements Serializable {}
}
