package org.chancery.web.portal.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.chancery.model.billing.InvoiceType;
import org.chancery.model.billing.TaxEntry;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.service.billing.InvoiceView;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.PurchaseAddresses;
import org.chancery.web.portal.component.Tones;

/** How invoices, their taxes and their payments stand, in the fixed words. */
@Named
@RequestScoped
public class InvoiceWords {

    @Inject
    private Phrases phrases;

    @Inject
    private Tones tones;

    /** True for a credit note, and for an invoice that one took back. */
    public boolean isCredited(InvoiceView invoice) {
        return isCreditNote(invoice) || invoice.reversed();
    }

    public boolean isCreditNote(InvoiceView invoice) {
        return invoice.type() == InvoiceType.CREDIT_NOTE;
    }

    /** The address of what it is about. */
    public String subject(InvoiceView invoice) {
        PlanKind kind = invoice.subscription() == null ? PlanKind.PERPETUAL : PlanKind.SUBSCRIPTION;
        return PurchaseAddresses.home(kind, invoice.purchase());
    }

    public String tone(InvoiceView invoice) {
        return isCredited(invoice) ? "info" : tones.ofInvoice(invoice);
    }

    public String word(InvoiceView invoice) {
        return isCredited(invoice) ? phrases.text("invoice.status.credited") : tones.wordOfInvoice(invoice);
    }

    /** "VAT 19%", or why there is none. */
    public String tax(TaxEntry tax) {
        if (tax.reason() != null) {
            String key = "invoice.tax." + tax.reason().word();
            return phrases.textOr(key, phrases.text("order.tax"));
        }
        BigDecimal rate = tax.rate();
        return rate == null ? phrases.text("order.tax") : phrases.text("invoice.tax", rate);
    }

    public String toneOfPayment(PaymentStatus status) {
        return switch (status) {
            case SUCCEEDED -> "ok";
            case PENDING, PROCESSING -> "info";
            case REQUIRES_ACTION -> "warn";
            case FAILED -> "bad";
        };
    }

    public String wordOfPayment(PaymentStatus status) {
        return phrases.text("payment.status." + status.word());
    }
}
