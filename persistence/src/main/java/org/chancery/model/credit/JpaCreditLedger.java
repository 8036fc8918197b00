package org.chancery.model.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaCreditLedger implements CreditLedger {

    private static final String SUM = "select coalesce(sum(e.money.minor), 0) from CreditEntry e"
            + " where e.accountId = :account and e.side = :side and e.money.currency = :currency and ";

    /** The rule of {@link CreditEntry#isAvailableAt}. */
    private static final String AVAILABLE = "(e.availableAt = e.createdAt or e.availableAt <= :now)";

    private static final String OWN = "select e from CreditEntry e where e.accountId = :account and e.side = :side";
    private static final int CHUNK = 100;

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void append(List<CreditEntry> journal) {
        journal.forEach(entities::persist);
    }

    @Override
    public Money available(UUID accountId, Currency currency, Instant now) {
        return sum(AVAILABLE, accountId, currency, now);
    }

    @Override
    public Money pending(UUID accountId, Currency currency, Instant now) {
        return sum("not " + AVAILABLE, accountId, currency, now);
    }

    private Money sum(String when, UUID accountId, Currency currency, Instant now) {
        long minor = entities.createQuery(SUM + when, Long.class)
                .setParameter("account", accountId)
                .setParameter("side", LedgerSide.ACCOUNT)
                .setParameter("currency", currency)
                .setParameter("now", now)
                .getSingleResult();
        return new Money(minor, currency);
    }

    @Override
    public List<CreditEntry> entries(UUID accountId, @Nullable UUID after, int limit) {
        TypedQuery<CreditEntry> query = entities.createQuery(
                        OWN + (after == null ? "" : " and e.id < :after") + " order by e.id desc", CreditEntry.class)
                .setParameter("account", accountId)
                .setParameter("side", LedgerSide.ACCOUNT);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    @Override
    public List<CreditEntry> latestGains(UUID accountId, Money sum) {
        TypedQuery<CreditEntry> query = entities.createQuery(
                        OWN + " and e.money.currency = :currency and e.money.minor > 0"
                                + " order by e.availableAt desc, e.id desc",
                        CreditEntry.class)
                .setParameter("account", accountId)
                .setParameter("side", LedgerSide.ACCOUNT)
                .setParameter("currency", sum.currency())
                .setMaxResults(CHUNK);
        List<CreditEntry> gains = new ArrayList<>();
        Money missing = sum;
        boolean more = true;
        while (more && missing.isPositive()) {
            List<CreditEntry> chunk = query.setFirstResult(gains.size()).getResultList();
            for (CreditEntry gain : chunk) {
                missing = missing.subtract(gain.money());
            }
            gains.addAll(chunk);
            more = chunk.size() == CHUNK;
        }
        return gains;
    }

    @Override
    public Set<Currency> currencies(UUID accountId) {
        return Set.copyOf(entities.createQuery(
                        "select distinct e.money.currency from CreditEntry e where e.accountId = :account",
                        Currency.class)
                .setParameter("account", accountId)
                .getResultList());
    }
}
