package org.chancery.model.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** One priced reason on an invoice, with the tax that it bears. */
@Entity
public class InvoiceLine extends BilledLine {

    @Column(nullable = false, updatable = false)
    private long tax;

    @Column(nullable = false, updatable = false)
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected InvoiceLine() {} // Hibernate only

    /**
     * @param tax its part of the invoice's tax, in minor units
     * @param position where it stands on the invoice, from 0
     */
    public InvoiceLine(LineDraft draft, long tax, int position) {
        super(draft);
        this.tax = tax;
        this.position = position;
    }

    /** Its part of the invoice's tax, so that all parts sum to it; a credit never gives back more than its charge bore. */
    public long tax() {
        return tax;
    }

    int position() {
        return position;
    }
}
