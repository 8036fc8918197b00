package org.chancery.model.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/** The ledger in memory. */
public class InMemoryCreditLedger implements CreditLedger {

    private final List<CreditEntry> all = new ArrayList<>();

    /** Both sides of every journal, in the order of their making. */
    public List<CreditEntry> all() {
        return all;
    }

    @Override
    public void append(List<CreditEntry> journal) {
        all.addAll(journal);
    }

    @Override
    public Money available(UUID accountId, Currency currency, Instant now) {
        return sum(accountId, currency, entry -> entry.isAvailableAt(now));
    }

    @Override
    public Money pending(UUID accountId, Currency currency, Instant now) {
        return sum(accountId, currency, entry -> !entry.isAvailableAt(now));
    }

    private Money sum(UUID accountId, Currency currency, Predicate<CreditEntry> wanted) {
        return own(accountId)
                .filter(entry -> entry.money().currency().equals(currency))
                .filter(wanted)
                .map(CreditEntry::money)
                .reduce(Money.zero(currency), Money::add);
    }

    @Override
    public List<CreditEntry> entries(UUID accountId, @Nullable UUID after, int limit) {
        return own(accountId)
                .filter(entry -> after == null || entry.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(CreditEntry::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<CreditEntry> latestGains(UUID accountId, Money sum) {
        return own(accountId)
                .filter(entry -> entry.isGain() && entry.money().currency().equals(sum.currency()))
                .sorted(Comparator.comparing(CreditEntry::availableAt)
                        .thenComparing(CreditEntry::id)
                        .reversed())
                .toList();
    }

    @Override
    public Set<Currency> currencies(UUID accountId) {
        return own(accountId).map(entry -> entry.money().currency()).collect(Collectors.toSet());
    }

    private Stream<CreditEntry> own(UUID accountId) {
        return all.stream()
                .filter(e -> e.side() == LedgerSide.ACCOUNT && e.accountId().equals(accountId));
    }
}
