package org.chancery.model.subscription;

import java.time.Instant;

/** What falls due in a subscription's life by time alone. At one instant the earlier of these comes first. */
public enum SubscriptionStep {
    /** A first order that nobody paid ends. */
    EXPIRE,
    /** A declined charge is tried again. */
    RETRY,
    /** The license is held back for the missing payment. */
    SUSPEND,
    /** The missing payment is given up and the subscription with it. */
    GIVE_UP,
    /** A change that waited for its payment lapses. */
    LAPSE_CHANGE,
    /** What waits for the next invoice of a year has waited for a month. */
    BILL_PENDING,
    /** The next period is invoiced ahead, to be paid by transfer. */
    INVOICE_AHEAD,
    /** The period is over: the next one starts, or the subscription ends. */
    ROLL_OVER,
    /** A transfer is overdue. */
    OVERDUE;

    /** A step and when it falls due. */
    public record Due(Instant at, SubscriptionStep step) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? step.compareTo(other.step) : byTime;
        }
    }
}
