package org.chancery.model.billing;

import java.util.Locale;

/** What kind of paper it is; each kind has a number series of its own. */
public enum InvoiceType {
    INVOICE,
    /** Corrects invoices: what it says lowers an open one or becomes account credit. */
    CREDIT_NOTE;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
