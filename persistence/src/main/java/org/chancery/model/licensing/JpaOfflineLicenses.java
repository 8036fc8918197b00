package org.chancery.model.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaOfflineLicenses implements OfflineLicenses {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(OfflineLicense file) {
        entities.persist(file);
    }

    @Override
    public Optional<OfflineLicense> find(UUID id) {
        return Optional.ofNullable(entities.find(OfflineLicense.class, id));
    }

    @Override
    public Optional<OfflineLicense> ofRequest(UUID licenseId, String nonce) {
        return entities.createQuery(
                        "select o from OfflineLicense o where o.licenseId = :license and o.requestNonce = :nonce",
                        OfflineLicense.class)
                .setParameter("license", licenseId)
                .setParameter("nonce", nonce)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<OfflineLicense> ofInstance(UUID instanceId) {
        return entities.createQuery(
                        "select o from OfflineLicense o where o.instanceId = :instance order by o.id",
                        OfflineLicense.class)
                .setParameter("instance", instanceId)
                .getResultList();
    }

    @Override
    public List<OfflineLicense> ofLicense(UUID licenseId, @Nullable UUID after, int limit) {
        return entities.createQuery(
                        "select o from OfflineLicense o where o.licenseId = :license and o.id < :after"
                                + " order by o.id desc",
                        OfflineLicense.class)
                .setParameter("license", licenseId)
                .setParameter("after", after == null ? AFTER_ALL : after)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<OfflineLicense> outstanding(UUID licenseId, Instant now) {
        return entities.createQuery(
                        "select o from OfflineLicense o where o.licenseId = :license and o.state <> :returned"
                                + " and (o.expiresAt is null or o.expiresAt > :now)",
                        OfflineLicense.class)
                .setParameter("license", licenseId)
                .setParameter("returned", OfflineState.RETURNED)
                .setParameter("now", now)
                .getResultList();
    }
}
