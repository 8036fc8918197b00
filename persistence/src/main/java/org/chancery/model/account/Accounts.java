package org.chancery.model.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** All accounts. */
public interface Accounts {

    void add(Account account);

    Optional<Account> find(UUID id);

    /** @throws NotFoundException when there is none */
    default Account require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("account", id));
    }

    /**
     * The account with its row locked until the transaction ends: the first lock of every act that spends credit, orders
     * or changes who owns the account.
     *
     * @throws NotFoundException when there is none
     */
    Account requireLocked(UUID id);

    /** As {@link #requireLocked} for several at once, always in the same order. Those that are missing are left out. */
    void lockAll(Collection<UUID> ids);

    /**
     * A page, the newest first.
     *
     * @param search part of a company's name or address, any case; empty for all
     * @param after the last id of the page before, or null for the first page
     */
    List<Account> page(String search, @Nullable UUID after, int limit);

    long count();
}
