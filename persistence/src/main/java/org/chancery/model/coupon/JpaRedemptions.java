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
class JpaRedemptions implements Redemptions {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(CouponRedemption redemption) {
        entities.persist(redemption);
    }

    @Override
    public Optional<CouponRedemption> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(CouponRedemption.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public boolean isRedeemedBy(UUID couponId, UUID accountId) {
        return entities.createQuery(
                                "select count(r) from CouponRedemption r where r.coupon.id = :coupon"
                                        + " and r.accountId = :account and r.givenBackAt is null",
                                Long.class)
                        .setParameter("coupon", couponId)
                        .setParameter("account", accountId)
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<RedemptionOfCompany> page(UUID couponId, @Nullable UUID after, int limit) {
        TypedQuery<RedemptionOfCompany> query = entities.createQuery(
                "select new org.chancery.model.coupon.RedemptionOfCompany(r, a.company) from CouponRedemption r"
                        + " join Account a on a.id = r.accountId where r.coupon.id = :coupon"
                        + (after == null ? "" : " and r.id < :after") + " order by r.id desc",
                RedemptionOfCompany.class);
        query.setParameter("coupon", couponId);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }
}
