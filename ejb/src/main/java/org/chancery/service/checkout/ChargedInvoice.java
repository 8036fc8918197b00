package org.chancery.service.checkout;

import java.io.Serializable;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.payment.PaymentView;

/** An invoice after an attempt to collect it, and how that attempt stands. */
public record ChargedInvoice(InvoiceView invoice, PaymentView payment) implements Serializable {}
