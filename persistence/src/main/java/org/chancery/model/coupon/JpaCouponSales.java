package org.chancery.model.coupon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaCouponSales implements CouponSales {

    private static final String SUMS = "count(s), sum(s.netSale), sum(s.discount)) from CouponSale s ";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void append(CouponSale sale) {
        entities.persist(sale);
    }

    @Override
    public boolean isRecorded(UUID invoiceId) {
        return entities.createQuery("select count(s) from CouponSale s where s.invoiceId = :invoice", Long.class)
                        .setParameter("invoice", invoiceId)
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<CouponTurnover> ofCoupon(UUID couponId) {
        return entities.createQuery(
                        "select new org.chancery.model.coupon.CouponTurnover(s.currency, " + SUMS
                                + "where s.couponId = :coupon group by s.currency order by s.currency",
                        CouponTurnover.class)
                .setParameter("coupon", couponId)
                .getResultList();
    }

    @Override
    public List<PartnerSales> ofPartners(@Nullable UUID partnerId, YearMonth from, YearMonth to) {
        TypedQuery<PartnerSales> query = entities.createQuery(
                "select new org.chancery.model.coupon.PartnerSales(p.id, p.name, s.soldMonth, s.currency, " + SUMS
                        + "join Partner p on p.id = s.partnerId where s.soldMonth between :from and :to"
                        + (partnerId == null ? "" : " and p.id = :partner")
                        + " group by p.id, p.name, s.soldMonth, s.currency"
                        + " order by s.soldMonth desc, p.name, p.id, s.currency",
                PartnerSales.class);
        query.setParameter("from", from.toString()).setParameter("to", to.toString());
        if (partnerId != null) {
            query.setParameter("partner", partnerId);
        }
        return query.getResultList();
    }
}
