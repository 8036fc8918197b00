package org.chancery.model.checkout;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** How an order says no. */
public enum CheckoutRefusal implements Refusal {
    /** The quote is over, was used, or something has changed since. */
    QUOTE_EXPIRED(ProblemCode.QUOTE_EXPIRED, null),
    /** The vendor has not said yet into which bank account to pay. */
    WIRE_UNAVAILABLE(ProblemCode.RULE_VIOLATED, "wire-unavailable"),
    /** Only the vendor's staff may have a plan's upgrade asked for by the next invoice. */
    NEXT_INVOICE_BY_OPERATOR(ProblemCode.RULE_VIOLATED, "next-invoice-by-operator"),
    /** The product can't be canceled this way. */
    CANCELLATION_NOT_OFFERED(ProblemCode.RULE_VIOLATED, "cancellation-not-offered"),
    /** An offline license goes on with what was sold before, so nothing of it is given back at once. */
    OFFLINE_LICENSE_LIVES(ProblemCode.RULE_VIOLATED, "offline-license-lives");

    private final ProblemCode code;
    private final @Nullable String reason;

    CheckoutRefusal(ProblemCode code, @Nullable String reason) {
        this.code = code;
        this.reason = reason;
    }

    @Override
    public ProblemCode code() {
        return code;
    }

    @Override
    public @Nullable String reason() {
        return reason;
    }
}
