package org.chancery.service.coupon;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.model.coupon.Coupon;
import org.chancery.model.coupon.CouponRefusal;
import org.chancery.model.coupon.CouponSales;
import org.chancery.model.coupon.CouponTerms;
import org.chancery.model.coupon.CouponTurnover;
import org.chancery.model.coupon.Coupons;
import org.chancery.model.coupon.Partner;
import org.chancery.model.coupon.Partners;
import org.chancery.model.coupon.Redemptions;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.coupon.domain.CouponCheck;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Coupons as operators make, watch and retire them. */
@Stateless
@RolesAllowed(Roles.OPERATOR_VIEWER)
public class CouponService {

    private static final Pattern PART_OF_A_CODE = Pattern.compile("[A-Za-z0-9-]{0,40}");

    private final Coupons coupons;
    private final Redemptions redemptions;
    private final CouponSales sales;
    private final Partners partners;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public CouponService(
            Coupons coupons,
            Redemptions redemptions,
            CouponSales sales,
            Partners partners,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.sales = sales;
        this.partners = partners;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public CouponService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null);
    }

    /**
     * Makes a coupon. Its terms never change.
     *
     * @throws InvalidRequestException listing every faulty field
     * @throws DomainException when a coupon that is not retired has the code
     */
    @Audited("coupon.create")
    @RolesAllowed({Roles.ADMIN, Roles.BILLING})
    public CouponView create(CouponDraft draft) {
        Instant now = clock.instant();
        // Locked: a partner who is being retired at this moment gets no coupon any more.
        Partner partner = draft.partner() == null
                ? null
                : partners.findLocked(draft.partner())
                        .filter(each -> !each.isRetired())
                        .orElse(null);
        CouponTerms terms = CouponCheck.terms(draft, draft.partner() == null || partner != null, now);
        if (coupons.findByCode(terms.code())
                .filter(each -> each.retiredAt().isEmpty())
                .isPresent()) {
            throw new DomainException(CouponRefusal.CODE_TAKEN, "There is a coupon " + terms.code());
        }
        Coupon coupon = new Coupon(ids.next(), terms, partner, now);
        coupons.add(coupon);
        audit.record("coupon.create", null, coupon.id(), null, terms.toString());
        return CouponView.of(coupon, now);
    }

    /** @throws NotFoundException when there is none */
    @ReadOnly
    public CouponView get(UUID id) {
        return CouponView.of(coupons.require(id), clock.instant());
    }

    /**
     * A page, the newest first.
     *
     * @param search part of a code; empty or null for all
     * @param partner whose, or null for all
     * @param after the last id of the page before, or null for the first page
     * @param limit 1 to {@link PageOf#MAX}
     */
    @ReadOnly
    public PageOf<CouponView> list(@Nullable String search, @Nullable UUID partner, @Nullable UUID after, int limit) {
        String part = search == null ? "" : search.strip();
        if (!PART_OF_A_CODE.matcher(part).matches()) {
            return new PageOf<>(List.of(), null);
        }
        Instant now = clock.instant();
        List<Coupon> found = coupons.page(part, partner, after, limit + 1);
        return PageOf.cut(found, limit, Coupon::id, each -> CouponView.of(each, now));
    }

    /**
     * A page of a coupon's redemptions, the newest first.
     *
     * @param after the last id of the page before, or null for the first page
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when there is no such coupon
     */
    @ReadOnly
    public PageOf<RedemptionView> redemptions(UUID id, @Nullable UUID after, int limit) {
        coupons.require(id);
        return PageOf.cut(
                redemptions.page(id, after, limit + 1),
                limit,
                each -> each.redemption().id(),
                RedemptionView::of);
    }

    /** What was sold with a coupon, a row for each currency. */
    @ReadOnly
    public List<CouponTurnover> turnover(UUID id) {
        return sales.ofCoupon(id);
    }

    /**
     * From now on nobody can redeem it; whoever has redeemed it keeps it. A second time changes nothing.
     *
     * @throws NotFoundException when there is none
     */
    @Audited("coupon.retire")
    @RolesAllowed({Roles.ADMIN, Roles.BILLING})
    public CouponView retire(UUID id) {
        Instant now = clock.instant();
        Coupon coupon = coupons.require(id);
        if (coupon.retiredAt().isEmpty()) {
            String before = coupon.statusAt(now).word();
            coupon.retire(now);
            audit.record("coupon.retire", null, id, before, coupon.statusAt(now).word());
        }
        return CouponView.of(coupon, now);
    }
}
