package org.chancery.model.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class JpaIdempotentCalls implements IdempotentCalls {

    private static final String UNIQUE_VIOLATION = "23505";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(IdempotentCall call) {
        entities.persist(call);
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            // By the standard's state: the kind that Hibernate names is missing when PostgreSQL refuses a batch.
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            throw call.isBeatenToItsKey(e);
        } catch (LockTimeoutException | PessimisticLockException e) {
            throw call.isBeatenToItsKey(e); // the only lock that an insert waits for is the one on its key
        }
    }

    @Override
    public Optional<IdempotentCall> find(String callerHash, String path, String idempotencyKey) {
        return entities.createQuery(
                        "select c from IdempotentCall c where c.callerHash = :caller and c.path = :path"
                                + " and c.idempotencyKey = :key",
                        IdempotentCall.class)
                .setParameter("caller", callerHash)
                .setParameter("path", path)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<IdempotentCall> find(UUID id) {
        return Optional.ofNullable(entities.find(IdempotentCall.class, id));
    }

    @Override
    public void remove(UUID id) {
        // By a statement: two who forget one call would else refuse each other by its version.
        entities.createQuery("delete from IdempotentCall c where c.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public int removeStartedBefore(Instant instant, int limit) {
        List<UUID> ids = entities.createQuery(
                        "select c.id from IdempotentCall c where c.startedAt < :instant order by c.startedAt",
                        UUID.class)
                .setParameter("instant", instant)
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : entities.createQuery("delete from IdempotentCall c where c.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
