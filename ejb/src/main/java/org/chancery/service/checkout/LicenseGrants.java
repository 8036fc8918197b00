package org.chancery.service.checkout;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Limit;
import org.chancery.model.licensing.SeatClass;
import org.chancery.service.catalog.domain.Entitled;
import org.chancery.service.catalog.domain.GrantCalculator;
import org.chancery.service.catalog.domain.ProductShelf;

/** Turns what was sold into what a license grants. The only place where catalog and licensing meet. */
final class LicenseGrants {

    private LicenseGrants() {}

    /** @param addOns quantities in all by code, included ones among them */
    static Grant of(ProductShelf shelf, String planCode, Map<String, Integer> addOns) {
        return of(GrantCalculator.entitled(shelf, shelf.plan(planCode).orElseThrow(), addOns));
    }

    private static Grant of(Entitled entitled) {
        Map<String, Limit> limits = new TreeMap<>();
        entitled.limits().forEach((code, limit) -> limits.put(code, limitOf(limit)));
        Map<String, Long> addOns = new TreeMap<>();
        entitled.addOns().forEach((code, quantity) -> addOns.put(code, (long) quantity));
        Map<SeatClass, Limit> seats = new EnumMap<>(SeatClass.class);
        seats.put(SeatClass.PRODUCTION, Limit.of(entitled.seats().production()));
        seats.put(SeatClass.DEVELOPMENT, Limit.of(entitled.seats().development()));
        return new Grant(
                entitled.planCode(),
                entitled.planName(),
                new TreeMap<>(limits),
                entitled.features(),
                new TreeMap<>(addOns),
                entitled.support().word(),
                seats,
                entitled.leaseSeconds() == null ? Grant.DEFAULT_LEASE_SECONDS : entitled.leaseSeconds(),
                null);
    }

    private static Limit limitOf(org.chancery.model.catalog.Limit limit) {
        return limit.number() == null ? Limit.UNLIMITED : Limit.of(limit.number());
    }
}
