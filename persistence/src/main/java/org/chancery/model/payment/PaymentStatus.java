package org.chancery.model.payment;

import java.util.Locale;

/** Where a payment stands. */
public enum PaymentStatus {
    /** Made, not sent or not answered yet; a timeout leaves it here, for it means unknown. */
    PENDING,
    /** The customer's bank wants a confirmation. */
    REQUIRES_ACTION,
    SUCCEEDED,
    FAILED;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
