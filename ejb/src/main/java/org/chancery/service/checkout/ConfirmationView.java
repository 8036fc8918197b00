package org.chancery.service.checkout;

import java.io.Serializable;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.payment.PaymentView;

/**
 * A payment that the sandbox's bank asks its customer about.
 *
 * @param invoice what it pays
 * @param firstOrder true when it pays for the order itself, false for what came later
 */
public record ConfirmationView(PaymentView payment, InvoiceView invoice, boolean firstOrder) implements Serializable {}
