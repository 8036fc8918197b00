package org.chancery.model.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class JpaCallCounts implements CallCounts {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(CallCount count) {
        entities.persist(count);
        entities.flush();
    }

    @Override
    public Optional<RateCount> look(String subject) {
        return entities.createQuery("select c.running from CallCount c where c.subject = :subject", RateCount.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<CallCount> findLocked(String subject) {
        return Optional.ofNullable(entities.find(CallCount.class, subject, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public int removeOlderThan(Instant machineInstant) {
        return entities.createQuery("delete from CallCount c where c.running.windowStart < :instant")
                .setParameter("instant", machineInstant)
                .executeUpdate();
    }
}
