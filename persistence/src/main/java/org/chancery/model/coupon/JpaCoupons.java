package org.chancery.model.coupon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaCoupons implements Coupons {

    private static final String WITH_PARTNER = "select c from Coupon c left join fetch c.partner where ";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Coupon coupon) {
        entities.persist(coupon);
    }

    @Override
    public Optional<Coupon> find(UUID id) {
        return entities.createQuery(WITH_PARTNER + "c.id = :id", Coupon.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Coupon> findByCode(String code) {
        return entities.createQuery(
                        WITH_PARTNER
                                + "c.code = :code order by case when c.liveCode is null then 1 else 0 end, c.id desc",
                        Coupon.class)
                .setParameter("code", code)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean take(UUID id, Instant now) {
        int rows = entities.createQuery("update Coupon c set c.redeemed = c.redeemed + 1"
                        + " where c.id = :id and c.retiredAt is null and (c.expiresAt is null or c.expiresAt > :now)"
                        + " and (c.maxRedemptions is null or c.redeemed < c.maxRedemptions)")
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        return rows == 1;
    }

    @Override
    public void putBack(UUID id) {
        entities.createQuery("update Coupon c set c.redeemed = c.redeemed - 1 where c.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public List<Coupon> page(String search, @Nullable UUID partnerId, @Nullable UUID after, int limit) {
        String escaped = search.toUpperCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        TypedQuery<Coupon> query = entities.createQuery(
                WITH_PARTNER + "c.code like :search escape '!'"
                        + (partnerId == null ? "" : " and c.partner.id = :partner")
                        + (after == null ? "" : " and c.id < :after") + " order by c.id desc",
                Coupon.class);
        query.setParameter("search", "%" + escaped + "%");
        if (partnerId != null) {
            query.setParameter("partner", partnerId);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    @Override
    public int retireOf(UUID partnerId, Instant now) {
        return entities.createQuery("update Coupon c set c.retiredAt = :now, c.liveCode = null"
                        + " where c.partner.id = :partner and c.retiredAt is null")
                .setParameter("now", now)
                .setParameter("partner", partnerId)
                .executeUpdate();
    }

    @Override
    public Map<UUID, Long> countLive(Collection<UUID> partnerIds) {
        Map<UUID, Long> counts = new HashMap<>();
        if (!partnerIds.isEmpty()) {
            entities.createQuery(
                            "select c.partner.id, count(c) from Coupon c"
                                    + " where c.partner.id in :partners and c.retiredAt is null group by c.partner.id",
                            Object[].class)
                    .setParameter("partners", partnerIds)
                    .getResultList()
                    .forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
        }
        return counts;
    }
}
