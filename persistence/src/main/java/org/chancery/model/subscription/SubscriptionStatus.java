package org.chancery.model.subscription;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a subscription stands, in Stripe's words. */
public enum SubscriptionStatus {
    INCOMPLETE,
    INCOMPLETE_EXPIRED,
    TRIALING,
    ACTIVE,
    PAST_DUE,
    UNPAID,
    CANCELED;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True from the start until the end, also while a payment is missing. */
    public boolean isRunning() {
        return this == TRIALING || this == ACTIVE || this == PAST_DUE || this == UNPAID;
    }

    /** True while a payment is missing. */
    public boolean isBehind() {
        return this == PAST_DUE || this == UNPAID;
    }

    /** True while its plan and add-ons may change: it runs, and everything asked for is paid. */
    public boolean isChangeable() {
        return isRunning() && !isBehind();
    }

    /** True while there is something to cancel: an order that is not paid yet, or what runs. */
    public boolean isCancelable() {
        return this == INCOMPLETE || isRunning();
    }

    public boolean canBecome(SubscriptionStatus next) {
        return successors().contains(next);
    }

    private Set<SubscriptionStatus> successors() {
        return switch (this) {
            case INCOMPLETE -> EnumSet.of(TRIALING, ACTIVE, INCOMPLETE_EXPIRED, CANCELED);
            case TRIALING -> EnumSet.of(ACTIVE, CANCELED);
            case ACTIVE -> EnumSet.of(PAST_DUE, CANCELED);
            case PAST_DUE -> EnumSet.of(ACTIVE, UNPAID, CANCELED);
            case UNPAID -> EnumSet.of(ACTIVE, CANCELED);
            case INCOMPLETE_EXPIRED, CANCELED -> EnumSet.noneOf(SubscriptionStatus.class);
        };
    }
}
