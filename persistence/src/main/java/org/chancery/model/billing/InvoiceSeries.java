package org.chancery.model.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * The counter of one number series. Its row is locked in the transaction that finalises the invoice, so a rollback takes
 * the number back and no gap can arise; a database sequence would leave one.
 */
@Entity
public class InvoiceSeries {

    /** The series of invoices. */
    public static final String INVOICES = "invoice";

    /** The series of credit notes. */
    public static final String CREDIT_NOTES = "credit_note";

    @Id
    @Column(length = 20)
    private String code;

    @Column(nullable = false)
    private long lastNumber;

    @SuppressWarnings("NullAway.Init")
    protected InvoiceSeries() {} // Hibernate only

    public InvoiceSeries(String code) {
        this.code = code;
    }

    /** The next number of this series, such as {@code INV-000042} for the prefix {@code INV-}. */
    public String next(String prefix) {
        lastNumber = Math.addExact(lastNumber, 1);
        return "%s%06d".formatted(prefix, lastNumber);
    }

    public long lastNumber() {
        return lastNumber;
    }
}
