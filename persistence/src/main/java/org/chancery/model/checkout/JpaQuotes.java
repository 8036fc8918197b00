package org.chancery.model.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.time.BillingPeriod;

@ApplicationScoped
class JpaQuotes implements Quotes {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Quote quote) {
        entities.persist(quote);
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return entities.createQuery(
                        "select q.accountId from Quote q where q.id = :id and q.accountId is not null", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<BillingPeriod> periodOf(UUID id) {
        return entities.createQuery("select q.billingPeriod from Quote q where q.id = :id", BillingPeriod.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Quote> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Quote.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
