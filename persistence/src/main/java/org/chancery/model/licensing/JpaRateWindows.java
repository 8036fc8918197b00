package org.chancery.model.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class JpaRateWindows implements RateWindows {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(RateWindow window) {
        entities.persist(window);
        entities.flush();
    }

    @Override
    public Optional<RateWindow> findLocked(String subject) {
        return Optional.ofNullable(entities.find(RateWindow.class, subject, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public int removeOlderThan(Instant machineInstant) {
        return entities.createQuery("delete from RateWindow w where w.count.windowStart < :instant")
                .setParameter("instant", machineInstant)
                .executeUpdate();
    }
}
