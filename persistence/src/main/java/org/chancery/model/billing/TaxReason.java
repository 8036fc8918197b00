package org.chancery.model.billing;

/** Why an invoice asks for no tax. */
public enum TaxReason {
    /** The customer, a business in another member state, accounts for the tax. */
    REVERSE_CHARGE("reverse-charge"),
    /** The customer is outside the seller's tax area. */
    EXPORT("export");

    private final String word;

    TaxReason(String word) {
        this.word = word;
    }

    /** The word of the public contract. */
    public String word() {
        return word;
    }
}
