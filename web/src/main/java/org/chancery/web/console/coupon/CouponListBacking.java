package org.chancery.web.console.coupon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.service.coupon.CouponService;
import org.chancery.service.coupon.CouponView;
import org.chancery.service.coupon.PartnerService;
import org.jspecify.annotations.Nullable;

/** The list of coupons. What is searched for, whose they are and where the page starts stand in the address. */
@Named
@RequestScoped
public class CouponListBacking {

    private static final int PAGE = 50;

    @Inject
    private CouponService coupons;

    @Inject
    private PartnerService partners;

    private @Nullable String search;
    private @Nullable UUID partner;
    private @Nullable UUID after;
    private @Nullable String partnerName;
    private List<CouponView> rows = List.of();
    private @Nullable UUID older;

    /** Answers 404 when the address names a partner that is none. */
    public void load() {
        partnerName = partner == null ? null : partners.get(partner).name();
        var page = coupons.list(search, partner, after, PAGE);
        rows = page.data();
        older = page.next();
    }

    public List<CouponView> getRows() {
        return rows;
    }

    /** Whose coupons are shown, or null for everybody's. */
    public @Nullable String getPartnerName() {
        return partnerName;
    }

    /** True when the list is empty because of what was asked for. */
    public boolean isNarrowed() {
        return partner != null || search != null && !search.isEmpty();
    }

    /** What the next page starts after, or null on the last one. */
    public @Nullable UUID getOlder() {
        return older;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public @Nullable UUID getPartner() {
        return partner;
    }

    public void setPartner(@Nullable UUID partner) {
        this.partner = partner;
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
