package org.chancery.web.console.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.coupon.CouponStatus;
import org.chancery.model.coupon.RedemptionStatus;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.web.portal.component.Texts;

/** The word and the tone of a status; the fixed vocabulary of the house. */
@Named
@ApplicationScoped
public class StatusWords {

    private static final String OK = "ok";
    private static final String WARN = "warn";
    private static final String BAD = "bad";
    private static final String INFO = "info";
    private static final String NEUTRAL = "neutral";

    public String invoice(InvoiceStatus status, boolean overdue) {
        return text("console.status.invoice." + (overdue ? "overdue" : status.word()));
    }

    public String invoiceTone(InvoiceStatus status, boolean overdue) {
        return switch (status) {
            case OPEN -> overdue ? BAD : WARN;
            case PAID -> OK;
            case DRAFT, VOID, UNCOLLECTIBLE -> NEUTRAL;
        };
    }

    public String subscription(SubscriptionStatus status) {
        return text("console.status.subscription." + status.word());
    }

    public String subscriptionTone(SubscriptionStatus status) {
        return switch (status) {
            case ACTIVE -> OK;
            case TRIALING -> INFO;
            case INCOMPLETE -> WARN;
            case PAST_DUE, UNPAID -> BAD;
            case INCOMPLETE_EXPIRED, CANCELED -> NEUTRAL;
        };
    }

    /** @param status the public word of a license's status */
    public String license(String status) {
        return text("console.status.license." + status);
    }

    public String licenseTone(String status) {
        return switch (status) {
            case "active" -> OK;
            case "pending" -> WARN;
            case "suspended" -> BAD;
            default -> NEUTRAL;
        };
    }

    public String coupon(CouponStatus status) {
        return text("console.status.coupon." + status.word());
    }

    public String couponTone(CouponStatus status) {
        return switch (status) {
            case ACTIVE -> OK;
            case EXHAUSTED -> INFO;
            case EXPIRED, RETIRED -> NEUTRAL;
        };
    }

    public String redemption(RedemptionStatus status) {
        return text("console.status.redemption." + status.word());
    }

    public String redemptionTone(RedemptionStatus status) {
        return switch (status) {
            case USED -> OK;
            case RESERVED -> WARN;
            case RETURNED -> NEUTRAL;
        };
    }

    private static String text(String key) {
        return Texts.of(FacesContext.getCurrentInstance()).text(key);
    }
}
