package org.chancery.model.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaAccounts implements Accounts {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Account account) {
        entities.persist(account);
    }

    @Override
    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    @Override
    public Account requireLocked(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFoundException("account", id));
    }

    @Override
    public void lockAll(Collection<UUID> ids) {
        entities.createQuery("select a from Account a where a.id in :ids order by a.id", Account.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    public List<Account> page(String search, @Nullable UUID after, int limit) {
        String escaped = search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return entities.createQuery(
                        "select a from Account a where a.id < :after"
                                + " and (lower(a.company) like :search escape '!' or a.email like :search escape '!')"
                                + " order by a.id desc",
                        Account.class)
                .setParameter("after", after == null ? AFTER_ALL : after)
                .setParameter("search", "%" + escaped + "%")
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long count() {
        return entities.createQuery("select count(a) from Account a", Long.class)
                .getSingleResult();
    }
}
