package org.chancery.web.console.coupon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.chancery.model.coupon.CouponStatus;
import org.chancery.model.coupon.RedemptionStatus;
import org.chancery.web.portal.component.Texts;

/** The word and the tone of what becomes of coupons. */
@Named
@ApplicationScoped
public class CouponTones {

    private static final String OK = "ok";
    private static final String NEUTRAL = "neutral";

    public String coupon(CouponStatus status) {
        return text("console.status.coupon." + status.word());
    }

    public String couponTone(CouponStatus status) {
        return switch (status) {
            case ACTIVE -> OK;
            case EXHAUSTED -> "info";
            case EXPIRED, RETIRED -> NEUTRAL;
        };
    }

    public String redemption(RedemptionStatus status) {
        return text("console.status.redemption." + status.word());
    }

    public String redemptionTone(RedemptionStatus status) {
        return switch (status) {
            case USED -> OK;
            case RESERVED -> "warn";
            case RETURNED -> NEUTRAL;
        };
    }

    private static String text(String key) {
        return Texts.of(FacesContext.getCurrentInstance()).text(key);
    }
}
