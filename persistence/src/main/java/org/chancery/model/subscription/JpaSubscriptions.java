package org.chancery.model.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.PageQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaSubscriptions implements Subscriptions {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Subscription subscription) {
        entities.persist(subscription);
    }

    @Override
    public Optional<Subscription> find(UUID id) {
        return Optional.ofNullable(entities.find(Subscription.class, id));
    }

    @Override
    public Optional<Subscription> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Subscription> page(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        // Ids are time-ordered, so the id is the page mark. The items come with one more query: no N+1.
        List<UUID> ids = PageQuery.idsNewestFirst(entities, Subscription.class, accountId, after, limit);
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select distinct s from Subscription s left join fetch s.items where s.id in :ids"
                                        + " order by s.id desc",
                                Subscription.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    @Override
    public long count(SubscriptionStatus status) {
        return entities.createQuery("select count(s) from Subscription s where s.status = :status", Long.class)
                .setParameter("status", status)
                .getSingleResult();
    }

    @Override
    public Optional<Subscription> ofLicense(UUID licenseId) {
        return entities.createQuery("select s from Subscription s where s.licenseId = :license", Subscription.class)
                .setParameter("license", licenseId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return entities.createQuery("select s.accountId from Subscription s where s.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean hasHad(UUID accountId, String productCode) {
        return entities.createQuery(
                                "select count(s) from Subscription s where s.accountId = :account"
                                        + " and s.productCode = :product and s.currentPeriod.start is not null",
                                Long.class)
                        .setParameter("account", accountId)
                        .setParameter("product", productCode)
                        .getSingleResult()
                > 0;
    }

    @Override
    public Optional<StepDue> nextDue(Instant until) {
        return entities.createQuery(
                        "select new org.chancery.model.subscription.Subscriptions$StepDue(s.id, s.nextStepAt)"
                                + " from Subscription s where s.nextStepAt <= :until order by s.nextStepAt, s.id",
                        StepDue.class)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Subscription> parked(int limit) {
        return entities.createQuery(
                        "select s from Subscription s where s.parkedAt is not null order by s.parkedAt, s.id",
                        Subscription.class)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<UUID> due(Instant until, int limit) {
        return entities.createQuery(
                        "select s.id from Subscription s where s.nextStepAt <= :until order by s.nextStepAt, s.id",
                        UUID.class)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList();
    }
}
