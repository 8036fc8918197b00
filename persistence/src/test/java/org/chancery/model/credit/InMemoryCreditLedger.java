package org.chancery.model.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;

/** The ledger of account credit without a database. */
public class InMemoryCreditLedger implements CreditLedger {

    private final List<CreditEntry> rows = new ArrayList<>();

    @Override
    public void append(List<CreditEntry> journal) {
        rows.addAll(journal);
    }

    /** All of them, both sides, oldest first. */
    public List<CreditEntry> all() {
        return List.copyOf(rows);
    }

    @Override
    public Money available(UUID accountId, Currency currency, Instant now) {
        return sum(accountId, currency, now, true);
    }

    @Override
    public Money pending(UUID accountId, Currency currency, Instant now) {
        return sum(accountId, currency, now, false);
    }

    private Money sum(UUID accountId, Currency currency, Instant now, boolean available) {
        return rows.stream()
                .filter(entry -> entry.accountId().equals(accountId) && entry.side() == LedgerSide.ACCOUNT)
                .filter(entry -> entry.money().currency().equals(currency) && entry.isAvailableAt(now) == available)
                .map(CreditEntry::money)
                .reduce(Money.zero(currency), Money::add);
    }

    @Override
    public List<CreditEntry> entries(UUID accountId, int limit) {
        return rows.stream()
                .filter(entry -> entry.accountId().equals(accountId) && entry.side() == LedgerSide.ACCOUNT)
                .limit(limit)
                .toList();
    }
}
