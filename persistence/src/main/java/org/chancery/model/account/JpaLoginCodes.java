package org.chancery.model.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;

@ApplicationScoped
class JpaLoginCodes implements LoginCodes {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(LoginCode code) {
        entities.persist(code);
    }

    @Override
    public void retire(EmailAddress email) {
        entities.createQuery("update LoginCode c set c.liveKey = null where c.liveKey = :email")
                .setParameter("email", email.text())
                .executeUpdate();
    }

    @Override
    public Optional<LoginCode> findLocked(String attemptHash, SignInPlace place) {
        return entities.createQuery(
                        "select c from LoginCode c where c.attemptHash = :attempt and c.place = :place"
                                + " order by c.id desc",
                        LoginCode.class)
                .setParameter("attempt", attemptHash)
                .setParameter("place", place)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean consume(UUID id, String codeHash, Instant now) {
        int rows = entities.createQuery("update LoginCode c set c.usedAt = :now, c.liveKey = null"
                        + " where c.id = :id and c.codeHash = :hash and c.liveKey is not null"
                        + " and c.usedAt is null and c.expiresAt > :now")
                .setParameter("id", id)
                .setParameter("hash", codeHash)
                .setParameter("now", now)
                .executeUpdate();
        return rows == 1;
    }

    @Override
    public boolean complete(UUID id, Instant now) {
        int rows = entities.createQuery("update LoginCode c set c.completedAt = :now"
                        + " where c.id = :id and c.usedAt is not null and c.completedAt is null")
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        return rows == 1;
    }

    @Override
    public int deleteExpiredBefore(Instant instant) {
        return entities.createQuery("delete from LoginCode c where c.expiresAt < :instant")
                .setParameter("instant", instant)
                .executeUpdate();
    }
}
