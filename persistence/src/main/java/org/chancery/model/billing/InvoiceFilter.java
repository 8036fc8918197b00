package org.chancery.model.billing;

/** Which invoices a list shows. */
public enum InvoiceFilter {
    ALL,
    /** Waiting for money, the overdue ones included. */
    OPEN,
    /** Open after their due date. */
    OVERDUE,
    PAID
}
