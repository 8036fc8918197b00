package org.chancery.model.billing;

/**
 * An invoice in a list of everybody's, without its lines.
 *
 * @param company of the account it asks; empty while the account has not said
 */
public record InvoiceOfCompany(Invoice invoice, String company) {}
