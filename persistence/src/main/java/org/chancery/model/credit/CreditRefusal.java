package org.chancery.model.credit;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How account credit says no. */
public enum CreditRefusal implements Refusal {
    /** A correction would take more than the account can use. */
    BELOW_ZERO("credit-below-zero"),
    /** Credit is given in the currency that the account pays in. */
    OTHER_CURRENCY("credit-currency");

    private final String reason;

    CreditRefusal(String reason) {
        this.reason = reason;
    }

    @Override
    public ProblemCode code() {
        return ProblemCode.RULE_VIOLATED;
    }

    @Override
    public String reason() {
        return reason;
    }
}
