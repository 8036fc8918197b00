package org.chancery.model.perpetual;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How a perpetual license says no. */
public enum PerpetualRefusal implements Refusal {
    /** It is not paid yet, or was never. */
    NOT_ACTIVE(ProblemCode.CONFLICT, "perpetual-not-active"),
    /** A further year is ordered already and waits for its payment. */
    UPDATES_AWAIT_PAYMENT(ProblemCode.CONFLICT, "updates-await-payment"),
    /** The plan sells no further years of updates. */
    UPDATES_NOT_OFFERED(ProblemCode.RULE_VIOLATED, "updates-not-offered");

    private final ProblemCode code;
    private final String reason;

    PerpetualRefusal(ProblemCode code, String reason) {
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
