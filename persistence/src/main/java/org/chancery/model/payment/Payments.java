package org.chancery.model.payment;

import java.util.List;
import java.util.UUID;

/** All payments. */
public interface Payments {

    void add(Payment payment);

    /** The payments on an invoice, oldest first. */
    List<Payment> ofInvoice(UUID invoiceId);
}
