package org.chancery.model.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaOutboxMessages implements OutboxMessages {

    // By hand, because Hibernate leaves "skip locked" out for H2, which knows it as PostgreSQL does.
    private static final String CLAIM =
            """
            select * from outbox_message
            where sent_at is null and parked_at is null and next_attempt_at <= :now
            and (claimed_until is null or claimed_until <= :now)
            order by next_attempt_at, id
            fetch first :most rows only
            for update skip locked
            """;

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(OutboxMessage message) {
        entities.persist(message);
    }

    @Override
    @SuppressWarnings("unchecked") // a native query of an entity class returns that class
    public List<OutboxMessage> claimDue(UUID worker, Duration lease, int limit) {
        Instant now = entities.createQuery("select instant", Instant.class).getSingleResult();
        List<OutboxMessage> due = entities.createNativeQuery(CLAIM, OutboxMessage.class)
                .setParameter("now", now)
                .setParameter("most", limit)
                .getResultList();
        due.forEach(message -> message.claim(worker, now, lease));
        return due;
    }

    @Override
    public Optional<OutboxMessage> findClaimedLocked(UUID id, UUID worker) {
        return Optional.ofNullable(entities.find(OutboxMessage.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(message -> message.isClaimedBy(worker));
    }

    @Override
    public boolean hasOpenLike(Mail mail) {
        return entities.createQuery(
                                "select count(m) from OutboxMessage m where m.fingerprint = :fingerprint"
                                        + " and m.sentAt is null and m.parkedAt is null",
                                Long.class)
                        .setParameter("fingerprint", mail.fingerprint())
                        .getSingleResult()
                > 0;
    }

    @Override
    public long countOpenBefore(Instant instant) {
        return entities.createQuery(
                        "select count(m) from OutboxMessage m"
                                + " where m.sentAt is null and m.parkedAt is null and m.createdAt < :instant",
                        Long.class)
                .setParameter("instant", instant)
                .getSingleResult();
    }

    @Override
    public int deleteSentBefore(Instant instant) {
        return entities.createQuery("delete from OutboxMessage m where m.sentAt < :instant")
                .setParameter("instant", instant)
                .executeUpdate();
    }
}
