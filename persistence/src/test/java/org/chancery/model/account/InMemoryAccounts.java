package org.chancery.model.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts in memory. */
public class InMemoryAccounts implements Accounts {

    private final List<Account> accounts = new ArrayList<>();

    @Override
    public void add(Account account) {
        accounts.add(account);
    }

    @Override
    public Optional<Account> find(UUID id) {
        return accounts.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    @Override
    public Account requireLocked(UUID id) {
        return require(id);
    }

    @Override
    public void lockAll(Collection<UUID> ids) {} // one at a time here

    @Override
    public List<Account> page(String search, @Nullable UUID after, int limit) {
        String part = search.toLowerCase(Locale.ROOT);
        return accounts.stream()
                .filter(a -> after == null || a.id().compareTo(after) < 0)
                .filter(a -> a.details().company().toLowerCase(Locale.ROOT).contains(part)
                        || a.details().email().contains(part))
                .sorted(Comparator.comparing(Account::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long count() {
        return accounts.size();
    }
}
