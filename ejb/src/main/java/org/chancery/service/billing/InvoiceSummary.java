package org.chancery.service.billing;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceOfCompany;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a list of the console.
 *
 * @param number null for a draft
 * @param overdue open after its due date
 */
public record InvoiceSummary(
        UUID id,
        @Nullable String number,
        UUID account,
        String company,
        InvoiceStatus status,
        boolean overdue,
        Money total,
        Money amountDue,
        @Nullable Instant issuedAt,
        @Nullable Instant dueAt)
        implements Serializable {

    static InvoiceSummary of(InvoiceOfCompany found, Instant now) {
        Invoice invoice = found.invoice();
        boolean overdue = invoice.status() == InvoiceStatus.OPEN
                && invoice.dueAt().filter(now::isAfter).isPresent();
        return new InvoiceSummary(
                invoice.id(),
                invoice.number().orElse(null),
                invoice.accountId(),
                found.company(),
                invoice.status(),
                overdue,
                invoice.total(),
                invoice.amountDue(),
                invoice.issuedAt().orElse(null),
                invoice.dueAt().orElse(null));
    }
}
