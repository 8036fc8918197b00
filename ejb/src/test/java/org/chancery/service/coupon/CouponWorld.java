package org.chancery.service.coupon;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.coupon.InMemoryCouponSales;
import org.chancery.model.coupon.InMemoryCoupons;
import org.chancery.model.coupon.InMemoryPartners;
import org.chancery.model.coupon.InMemoryRedemptions;
import org.chancery.model.platform.Ids;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.Caller;
import org.jspecify.annotations.Nullable;

/** The coupon services and the desk over memory, with a clock that tests move. */
final class CouponWorld {

    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final Currency EUR = Currency.getInstance("EUR");

    final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    final InMemoryPartners partners = new InMemoryPartners();
    final InMemoryCoupons coupons = new InMemoryCoupons();
    final InMemoryRedemptions redemptions = new InMemoryRedemptions();
    final InMemoryCouponSales sales = new InMemoryCouponSales(partners);
    final List<AuditEntry> audited = new ArrayList<>();
    final CouponService couponService;
    final PartnerService partnerService;
    final CouponDesk desk;

    CouponWorld() {
        clock.stopAt(NOON);
        Ids ids = new Ids(clock, new SecureRandom());
        AuditTrail audit = new AuditTrail(new Recorded(), new Caller(() -> "system"), ids, clock);
        couponService = new CouponService(coupons, redemptions, sales, partners, audit, ids, clock);
        partnerService = new PartnerService(partners, coupons, sales, audit, ids, clock);
        desk = new CouponDesk(coupons, redemptions, sales, ids);
    }

    /** A coupon of 20 percent off the first period. */
    CouponView coupon(String code) {
        return couponService.create(draft(code, null, null, false, null, null));
    }

    static CouponDraft draft(
            String code,
            @Nullable Instant expiresAt,
            @Nullable Integer max,
            boolean once,
            @Nullable UUID partner,
            @Nullable String product) {
        return new CouponDraft(
                code,
                BigDecimal.valueOf(20),
                null,
                null,
                "once",
                null,
                product,
                null,
                null,
                expiresAt,
                max,
                once,
                partner);
    }

    DiscountTerms preview(String code, @Nullable UUID account) {
        return desk.preview(code, account, "iot-platform", "startup", "subscription", EUR, clock.instant());
    }

    DiscountTerms reserve(String code, UUID account) {
        return desk.reserve(code, account, "iot-platform", "startup", "subscription", EUR, clock.instant());
    }

    int redeemed(CouponView coupon) {
        return couponService.get(coupon.id()).redeemed();
    }

    void advance(Duration time) {
        clock.stopAt(clock.instant().plus(time));
    }

    List<String> actions() {
        return audited.stream().map(AuditEntry::action).toList();
    }

    private final class Recorded implements AuditEntries {

        @Override
        public void add(AuditEntry entry) {
            audited.add(entry);
        }

        @Override
        public List<AuditEntry> latestOf(UUID accountId, int limit) {
            return List.of();
        }
    }
}
