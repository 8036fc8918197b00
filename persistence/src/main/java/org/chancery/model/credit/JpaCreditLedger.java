package org.chancery.model.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;

@ApplicationScoped
class JpaCreditLedger implements CreditLedger {

    private static final String SUM = "select coalesce(sum(e.money.minor), 0) from CreditEntry e"
            + " where e.accountId = :account and e.side = :side and e.money.currency = :currency and e.availableAt ";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void append(List<CreditEntry> journal) {
        journal.forEach(entities::persist);
    }

    @Override
    public Money available(UUID accountId, Currency currency, Instant now) {
        return sum("<= :now", accountId, currency, now);
    }

    @Override
    public Money pending(UUID accountId, Currency currency, Instant now) {
        return sum("> :now", accountId, currency, now);
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
    public List<CreditEntry> entries(UUID accountId, int limit) {
        return entities.createQuery(
                        "select e from CreditEntry e where e.accountId = :account and e.side = :side"
                                + " order by e.createdAt desc, e.id desc",
                        CreditEntry.class)
                .setParameter("account", accountId)
                .setParameter("side", LedgerSide.ACCOUNT)
                .setMaxResults(limit)
                .getResultList();
    }
}
