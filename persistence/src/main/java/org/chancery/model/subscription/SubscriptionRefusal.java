package org.chancery.model.subscription;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How a subscription says no. */
public enum SubscriptionRefusal implements Refusal {
    /** It can't go from its status to the one asked for. */
    ILLEGAL_TRANSITION("illegal-transition"),
    /** It has not started yet, or is over. */
    NOT_RUNNING("not-running"),
    /** There is no cancellation to undo. */
    NOT_CANCELING("not-canceling"),
    /** There is no change to undo. */
    NO_PENDING_CHANGE("no-pending-change"),
    /** It is to be canceled; undo that first. */
    CANCELING("canceling"),
    /** It is what is asked for already. */
    NOTHING_CHANGES("nothing-changes");

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
