package org.chancery.model.perpetual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.PageQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaPerpetualLicenses implements PerpetualLicenses {

    private static final String EXPIRING =
            " from PerpetualLicense p where p.expiresAt <= :until order by p.expiresAt, p.id";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(PerpetualLicense perpetual) {
        entities.persist(perpetual);
    }

    @Override
    public Optional<PerpetualLicense> find(UUID id) {
        return Optional.ofNullable(entities.find(PerpetualLicense.class, id));
    }

    @Override
    public Optional<PerpetualLicense> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(PerpetualLicense.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<PerpetualLicense> ofLicense(UUID licenseId) {
        return entities.createQuery(
                        "select p from PerpetualLicense p where p.licenseId = :license", PerpetualLicense.class)
                .setParameter("license", licenseId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return entities.createQuery("select p.accountId from PerpetualLicense p where p.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<PerpetualLicense> page(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        List<UUID> ids = PageQuery.idsNewestFirst(entities, PerpetualLicense.class, accountId, after, limit);
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select distinct p from PerpetualLicense p left join fetch p.items where p.id in :ids"
                                        + " order by p.id desc",
                                PerpetualLicense.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    @Override
    public Optional<Expiry> nextExpiry(Instant until) {
        return entities.createQuery(
                        "select new org.chancery.model.perpetual.PerpetualLicenses$Expiry(p.id, p.expiresAt)"
                                + EXPIRING,
                        Expiry.class)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<UUID> expiring(Instant until, int limit) {
        return entities.createQuery("select p.id" + EXPIRING, UUID.class)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList();
    }
}
