package org.chancery.model.payment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a payment stands. */
public enum PaymentStatus {
    /** Made, not sent or not answered yet; a timeout leaves it here, for it means unknown. */
    PENDING,
    /** The customer's bank wants a confirmation. */
    REQUIRES_ACTION,
    /** A debit is on its way through the banks; it may take days. */
    PROCESSING,
    SUCCEEDED,
    FAILED;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True while money may still come by this attempt, so that no other may be made beside it. */
    public boolean isInFlight() {
        return this == PENDING || this == REQUIRES_ACTION || this == PROCESSING;
    }

    public boolean canBecome(PaymentStatus next) {
        return successors().contains(next);
    }

    private Set<PaymentStatus> successors() {
        return switch (this) {
            case PENDING -> EnumSet.of(REQUIRES_ACTION, PROCESSING, SUCCEEDED, FAILED);
            case REQUIRES_ACTION -> EnumSet.of(PROCESSING, SUCCEEDED, FAILED);
            case PROCESSING -> EnumSet.of(SUCCEEDED, FAILED);
            case FAILED -> EnumSet.of(SUCCEEDED); // money that did move is never left unrecorded
            case SUCCEEDED -> EnumSet.noneOf(PaymentStatus.class);
        };
    }
}
