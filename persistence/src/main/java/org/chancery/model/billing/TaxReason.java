package org.chancery.model.billing;

import java.util.Locale;

/** Why an invoice bears no tax although it might have. An ordinary rate has no reason. */
public enum TaxReason {
    /** The buyer is a business in another member state of the European Union and accounts for the tax itself. */
    REVERSE_CHARGE,
    /** The buyer is outside the European Union, the seller inside. */
    EXPORT;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
