package org.chancery.model.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class JpaAttemptWindows implements AttemptWindows {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(AttemptWindow window) {
        entities.persist(window);
        entities.flush(); // a rival for the same first row shows up now, where it can still be handled
    }

    @Override
    public Optional<AttemptWindow> findLocked(RateScope scope, String subjectHash) {
        return entities.createQuery(
                        "select w from AttemptWindow w where w.scope = :scope and w.subjectHash = :subject",
                        AttemptWindow.class)
                .setParameter("scope", scope)
                .setParameter("subject", subjectHash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Override
    public int deleteIdleSince(Instant instant) {
        return entities.createQuery("delete from AttemptWindow w where w.lastHitAt < :instant")
                .setParameter("instant", instant)
                .executeUpdate();
    }
}
