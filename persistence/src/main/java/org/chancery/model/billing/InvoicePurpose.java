package org.chancery.model.billing;

/** Why an invoice was made, which decides what follows from its payment. */
public enum InvoicePurpose {
    /** Starts what was ordered. */
    FIRST,
    /** Asks for one more period. */
    PERIOD,
    /** Asks for a change that takes effect when it is paid. */
    CHANGE,
    /** Asks for what was waiting for a next invoice. */
    PENDING,
    /** Takes back what was asked for or paid: always a credit note. */
    CORRECTION
}
