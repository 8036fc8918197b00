package org.chancery.service.credit;

import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.credit.CreditKind;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An account's credit: what it can use, what is on its way, and a page of its movements.
 *
 * @param balances the account's currency first, zeros included; others only while something of them is left
 * @param entries the newest first
 * @param next what to ask after for the next page, or null when this is the last
 */
public record CreditView(List<Balance> balances, List<Entry> entries, @Nullable UUID next) implements Serializable {

    /** The sums in one currency, in minor units. */
    public record Balance(Currency currency, long available, long pending) implements Serializable {

        public Money availableMoney() {
            return new Money(available, currency);
        }

        public Money pendingMoney() {
            return new Money(pending, currency);
        }
    }

    /**
     * One movement.
     *
     * @param amount minor units; negative when credit was used, or taken back
     * @param left what is not used yet of a gain, in minor units; 0 for a use
     * @param available false while it can't be used yet
     */
    public record Entry(
            UUID id,
            long amount,
            Currency currency,
            long left,
            CreditKind kind,
            String reason,
            boolean available,
            Instant createdAt,
            Instant availableAt)
            implements Serializable {

        public Money money() {
            return new Money(amount, currency);
        }

        public Money leftMoney() {
            return new Money(left, currency);
        }
    }
}
