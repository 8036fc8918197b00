package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.Invoices;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.payment.PaymentSettled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a collected payment means for its invoice, in the transaction that records the payment. */
@Dependent
class PaidInvoices {

    private static final Logger LOG = LoggerFactory.getLogger(PaidInvoices.class);

    private final Invoices invoices;
    private final Subscriptions subscriptions;
    private final IncomingMoney money;
    private final Settlement settlement;
    private final AuditTrail audit;

    @Inject
    PaidInvoices(
            Invoices invoices,
            Subscriptions subscriptions,
            IncomingMoney money,
            Settlement settlement,
            AuditTrail audit) {
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.money = money;
        this.settlement = settlement;
        this.audit = audit;
    }

    void onSettled(@Observes PaymentSettled payment) {
        // Account, subscription, invoice, license: whoever records the payment holds the first of them.
        invoices.require(payment.invoiceId()).subscriptionId().ifPresent(subscriptions::requireLocked);
        Invoice invoice = invoices.requireLocked(payment.invoiceId());
        String before = invoice.status().word();
        money.count(invoice, payment.amount(), payment.paymentId(), payment.at());
        settlement.settle(invoice, payment.at());
        audit.record(
                "invoice.payment",
                payment.accountId(),
                invoice.id(),
                before,
                invoice.status().word() + " +" + payment.amount().minor());
        LOG.info("invoice.collected invoice={} status={}", invoice.id(), invoice.status());
    }
}
