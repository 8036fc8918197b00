package org.chancery.model.coupon;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How a coupon says no: by the limit that was hit. */
public enum CouponRefusal implements Refusal {
    RETIRED(ProblemCode.RULE_VIOLATED, "coupon-retired"),
    EXPIRED(ProblemCode.RULE_VIOLATED, "coupon-expired"),
    EXHAUSTED(ProblemCode.RULE_VIOLATED, "coupon-exhausted"),
    WRONG_PRODUCT(ProblemCode.RULE_VIOLATED, "coupon-wrong-product"),
    WRONG_PLAN(ProblemCode.RULE_VIOLATED, "coupon-wrong-plan"),
    WRONG_KIND(ProblemCode.RULE_VIOLATED, "coupon-wrong-kind"),
    /** The coupon takes an amount off, in a currency other than the order's. */
    WRONG_CURRENCY(ProblemCode.RULE_VIOLATED, "coupon-currency"),
    /** This account has redeemed it, and once is all there is. */
    USED(ProblemCode.RULE_VIOLATED, "coupon-used"),
    /** Another coupon that can be redeemed has this code. */
    CODE_TAKEN(ProblemCode.CONFLICT, "coupon-code-taken");

    private final ProblemCode code;
    private final String reason;

    CouponRefusal(ProblemCode code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    @Override
    public ProblemCode code() {
        return code;
    }

    @Override
    public String reason() {
        return reason;
    }
}
