package org.chancery.model.credit;

import java.util.Locale;

/** Why account credit moved. */
public enum CreditKind {
    /** More was paid than was due. */
    OVERPAYMENT,
    /** An invoice used it. */
    APPLIED,
    /** What was paid for was canceled or changed to less before its time was over. */
    UNUSED,
    /** An invoice that had used it was voided, or taken back. */
    RETURNED,
    /** An operator gave or took it, with a reason. */
    GRANT;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
