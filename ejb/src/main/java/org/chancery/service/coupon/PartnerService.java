package org.chancery.service.coupon;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.account.FieldCheck;
import org.chancery.model.coupon.CouponSales;
import org.chancery.model.coupon.Coupons;
import org.chancery.model.coupon.Partner;
import org.chancery.model.coupon.Partners;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.coupon.domain.ReportMonths;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Partners and what they sold. */
@Stateless
@RolesAllowed(Roles.OPERATOR_VIEWER)
public class PartnerService {

    private static final int MAX_NAME = 200;

    private final Partners partners;
    private final Coupons coupons;
    private final CouponSales sales;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public PartnerService(
            Partners partners, Coupons coupons, CouponSales sales, AuditTrail audit, Ids ids, Clock clock) {
        this.partners = partners;
        this.coupons = coupons;
        this.sales = sales;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public PartnerService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /**
     * @param email whom the vendor writes to; may be empty or null
     * @throws InvalidRequestException listing every faulty field
     */
    @Audited("partner.create")
    @RolesAllowed({Roles.ADMIN, Roles.BILLING})
    public PartnerView create(@Nullable String name, @Nullable String email) {
        FieldCheck check = new FieldCheck();
        check.required("name", name);
        String line = check.line("name", name, MAX_NAME);
        String address = check.email("email", email);
        check.done();
        Partner partner = new Partner(ids.next(), line, address, clock.instant());
        partners.add(partner);
        audit.record("partner.create", null, partner.id(), null, line);
        return PartnerView.of(partner, 0);
    }

    /** @throws NotFoundException when there is none */
    @ReadOnly
    public PartnerView get(UUID id) {
        return withCoupons(List.of(partners.require(id))).get(0);
    }

    /**
     * A page, the newest first.
     *
     * @param after the last id of the page before, or null for the first page
     * @param limit 1 to {@link PageOf#MAX}
     */
    @ReadOnly
    public PageOf<PartnerView> list(@Nullable UUID after, int limit) {
        List<Partner> found = partners.page(after, limit + 1);
        Map<UUID, Long> counts =
                coupons.countLive(found.stream().map(Partner::id).toList());
        return PageOf.cut(found, limit, Partner::id, each -> PartnerView.of(each, counts.getOrDefault(each.id(), 0L)));
    }

    /** Those who can be given a coupon, by name, at most {@link PageOf#MAX}. */
    @ReadOnly
    public List<PartnerView> active() {
        return withCoupons(partners.active(PageOf.MAX));
    }

    private List<PartnerView> withCoupons(List<Partner> found) {
        Map<UUID, Long> counts =
                coupons.countLive(found.stream().map(Partner::id).toList());
        return found.stream()
                .map(each -> PartnerView.of(each, counts.getOrDefault(each.id(), 0L)))
                .toList();
    }

    /**
     * The partnership ends, and the partner's coupons with it: nobody can redeem them any more, whoever has redeemed one
     * keeps it and remains the partner's sale. A second time changes nothing.
     *
     * @throws NotFoundException when there is none
     */
    @Audited("partner.retire")
    @RolesAllowed({Roles.ADMIN, Roles.BILLING})
    public PartnerView retire(UUID id) {
        Instant now = clock.instant();
        Partner partner = partners.findLocked(id).orElseThrow(() -> new NotFoundException("partner", id));
        if (!partner.isRetired()) {
            partner.retire(now);
            int retired = coupons.retireOf(id, now);
            audit.record("partner.retire", null, id, "active", "retired with " + retired + " coupons");
        }
        return PartnerView.of(partner, 0);
    }

    /**
     * What partners sold, by month and currency.
     *
     * @param partner whose sales, or null for everybody's
     * @param from the first month such as {@code 2026-11}; null for the twelve months up to the last one
     * @param to the last month; null for the present one
     * @throws InvalidRequestException when the months are none, run backwards or are too many
     * @throws NotFoundException when there is no such partner
     */
    @ReadOnly
    public PartnerReport report(@Nullable UUID partner, @Nullable String from, @Nullable String to) {
        ReportMonths months = ReportMonths.of(from, to, clock.instant());
        if (partner != null) {
            partners.require(partner);
        }
        return new PartnerReport(months.from(), months.to(), sales.ofPartners(partner, months.from(), months.to()));
    }
}
