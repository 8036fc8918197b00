package org.chancery.model.payment;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How collecting says no before any money could move. */
public enum PaymentRefusal implements Refusal {
    /** The vendor takes no cards. */
    CHARGE_UNAVAILABLE(ProblemCode.RULE_VIOLATED, "charge-unavailable"),
    /** The account has nothing that could be charged. */
    NO_PAYMENT_METHOD(ProblemCode.RULE_VIOLATED, "no-payment-method"),
    /** The outcome of an earlier attempt is still open. */
    PAYMENT_IN_PROGRESS(ProblemCode.CONFLICT, "payment-in-progress"),
    /** Renewals are charged to this method. */
    METHOD_NEEDED(ProblemCode.CONFLICT, "payment-method-needed"),
    /** The outcome of a charge to this method is still open. */
    METHOD_CHARGED(ProblemCode.CONFLICT, "payment-method-charged");

    private final ProblemCode code;
    private final String reason;

    PaymentRefusal(ProblemCode code, String reason) {
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
