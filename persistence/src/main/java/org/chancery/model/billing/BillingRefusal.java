package org.chancery.model.billing;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How billing says no. */
public enum BillingRefusal implements Refusal {
    /** The invoice is not open, so nothing can be paid on it. */
    INVOICE_NOT_OPEN("invoice-not-open"),
    /** An invoice is overdue, so nothing is changed before it is paid. */
    PAYMENT_OVERDUE("payment-overdue"),
    /** What the change would give back is asked for and not paid yet. */
    PAYMENT_PENDING("payment-pending"),
    /** The archive would hold more documents than one may: name an account. */
    ARCHIVE_TOO_LARGE("archive-too-large"),
    /** The seller's name, address or country is missing, and an invoice without them is none. */
    SELLER_INCOMPLETE("seller-incomplete");

    private final String reason;

    BillingRefusal(String reason) {
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
