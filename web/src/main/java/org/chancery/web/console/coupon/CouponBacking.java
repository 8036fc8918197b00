package org.chancery.web.console.coupon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.chancery.model.coupon.CouponTurnover;
import org.chancery.model.money.Money;
import org.chancery.service.coupon.CouponService;
import org.chancery.service.coupon.CouponView;
import org.chancery.service.coupon.RedemptionView;
import org.chancery.service.platform.PageOf;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** One coupon with its redemptions and what was sold with it. */
@Named
@RequestScoped
public class CouponBacking {

    private static final int PAGE = 50;

    @Inject
    private PathId pathId;

    @Inject
    private CouponService coupons;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable CouponView coupon;
    private @Nullable PageOf<RedemptionView> page;
    private @Nullable List<CouponTurnover> turnover;
    private @Nullable UUID after;

    /** Answers 404 when there is no such coupon. */
    public void load() {
        getCoupon();
    }

    public void retire() throws IOException {
        CouponView retired = coupons.retire(pathId.require());
        messages.afterRedirect("console.coupon.retireDone", retired.code());
        Redirects.to(faces, "/console/coupons/" + retired.id());
    }

    public CouponView getCoupon() {
        if (coupon == null) {
            coupon = coupons.get(pathId.require());
        }
        return coupon;
    }

    public boolean isRetired() {
        return getCoupon().retiredAt() != null;
    }

    public List<RedemptionView> getRedemptions() {
        return page().data();
    }

    /** What the next page of redemptions starts after, or null on the last one. */
    public @Nullable UUID getOlder() {
        return page().next();
    }

    private PageOf<RedemptionView> page() {
        if (page == null) {
            page = coupons.redemptions(pathId.require(), after, PAGE);
        }
        return page;
    }

    /** What was sold with it, an amount for each currency. */
    public List<Money> getNetSales() {
        return turnover().stream()
                .map(sum -> new Money(sum.netSales(), sum.currency()))
                .toList();
    }

    /** What it took off, an amount for each currency. */
    public List<Money> getDiscounts() {
        return turnover().stream()
                .map(sum -> new Money(sum.discounts(), sum.currency()))
                .toList();
    }

    private List<CouponTurnover> turnover() {
        if (turnover == null) {
            turnover = coupons.turnover(pathId.require());
        }
        return turnover;
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
