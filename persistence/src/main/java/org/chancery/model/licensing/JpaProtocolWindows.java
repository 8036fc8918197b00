package org.chancery.model.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class JpaProtocolWindows implements ProtocolWindows {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(ProtocolWindow window) {
        entities.persist(window);
        entities.flush();
    }

    @Override
    public Optional<ProtocolWindow> findLocked(String subject) {
        return Optional.ofNullable(entities.find(ProtocolWindow.class, subject, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public int removeOlderThan(Instant machineInstant) {
        return entities.createQuery("delete from ProtocolWindow w where w.count.windowStart < :instant")
                .setParameter("instant", machineInstant)
                .executeUpdate();
    }
}
