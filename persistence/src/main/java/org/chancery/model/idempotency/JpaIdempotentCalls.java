package org.chancery.model.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaIdempotentCalls implements IdempotentCalls {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(IdempotentCall call) {
        entities.persist(call);
        entities.flush();
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
    public void remove(IdempotentCall call) {
        entities.remove(call);
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
