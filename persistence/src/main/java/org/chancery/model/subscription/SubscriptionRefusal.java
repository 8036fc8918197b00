package org.chancery.model.subscription;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How a subscription says no. */
public enum SubscriptionRefusal implements Refusal {
    /** It can't go from its status to the one asked for. */
    ILLEGAL_TRANSITION("illegal-transition");

    private final String reason;

    SubscriptionRefusal(String reason) {
        this.reason = reason;
    }

    @Override
    public ProblemCode code() {
        return ProblemCode.CONFLICT;
    }

    @Override
    public String reason() {
        return reason;
    }
}
