package org.chancery.model.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaLicenses implements Licenses {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(License license) {
        entities.persist(license);
    }

    @Override
    public Optional<License> find(UUID id) {
        return Optional.ofNullable(entities.find(License.class, id));
    }

    @Override
    public Optional<License> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(License.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<License> findBySecretHash(String hash) {
        return entities.createQuery(
                        "select l from License l where l.secretHash = :hash or l.previousSecretHash = :hash",
                        License.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<License> ofAccount(UUID accountId, @Nullable UUID after, int limit) {
        return entities.createQuery(
                        "select l from License l where l.accountId = :account and l.id < :after order by l.id desc",
                        License.class)
                .setParameter("account", accountId)
                .setParameter("after", after == null ? AFTER_ALL : after)
                .setMaxResults(limit)
                .getResultList();
    }
}
