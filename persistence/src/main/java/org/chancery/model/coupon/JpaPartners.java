package org.chancery.model.coupon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaPartners implements Partners {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Partner partner) {
        entities.persist(partner);
    }

    @Override
    public Optional<Partner> find(UUID id) {
        return Optional.ofNullable(entities.find(Partner.class, id));
    }

    @Override
    public Optional<Partner> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Partner.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Partner> page(@Nullable UUID after, int limit) {
        TypedQuery<Partner> query = entities.createQuery(
                "select p from Partner p" + (after == null ? "" : " where p.id < :after") + " order by p.id desc",
                Partner.class);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    @Override
    public List<Partner> active(int limit) {
        return entities.createQuery(
                        "select p from Partner p where p.retiredAt is null order by p.name, p.id", Partner.class)
                .setMaxResults(limit)
                .getResultList();
    }
}
