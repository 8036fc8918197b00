package org.chancery.service.credit.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.money.Money;

/**
 * What is left of each gain of an account's credit. The ledger only nets sums: an invoice, or an operator's correction,
 * uses the balance and names no gain. Which gain it used up is a matter of reading, and this is the one way to read it:
 * whatever became usable first is used first. Nothing becomes usable in the past, so the gains in that order are used up
 * one after the other, and what is left is held by the last of them.
 *
 * @param left by the id of the entry, in minor units; a gain that is not named is used up
 */
public record CreditAllocation(Map<UUID, Long> left) {

    private static final Comparator<CreditEntry> LAST_USABLE_FIRST = Comparator.comparing(CreditEntry::availableAt)
            .thenComparing(CreditEntry::id)
            .reversed();

    public CreditAllocation {
        left = Map.copyOf(left);
    }

    /**
     * @param gains of one account in the balance's currency, in any order: at least so many of those that became usable
     *     last as come to the balance
     * @param balance everything that the account still has, what is pending included; not negative
     */
    public static CreditAllocation of(List<CreditEntry> gains, Money balance) {
        Map<UUID, Long> left = new HashMap<>();
        Money rest = balance;
        for (CreditEntry gain : gains.stream().sorted(LAST_USABLE_FIRST).toList()) {
            Money held = gain.money().min(rest);
            if (held.isPositive()) {
                left.put(gain.id(), held.minor());
            }
            rest = rest.subtract(held);
        }
        return new CreditAllocation(left);
    }

    /** What is left of an entry, in minor units; 0 for one that used credit. */
    public long leftOf(UUID entry) {
        return left.getOrDefault(entry, 0L);
    }
}
