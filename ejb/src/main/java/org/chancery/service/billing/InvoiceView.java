package org.chancery.service.billing;

import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.billing.BilledLine;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.billing.InvoiceType;
import org.chancery.model.billing.TaxEntry;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it is shown. Amounts are minor units of its currency.
 *
 * @param number null for a draft
 * @param subscription what it is about; null when it is about a perpetual license
 * @param corrects for a credit note, the one invoice that it takes back; null otherwise
 * @param amountCredited what credit notes took off while it was open
 * @param reversed whether a credit note took back all of it
 */
public record InvoiceView(
        UUID id,
        @Nullable String number,
        UUID account,
        @Nullable UUID subscription,
        @Nullable UUID perpetualLicense,
        InvoiceType type,
        @Nullable UUID corrects,
        InvoiceStatus status,
        Currency currency,
        @Nullable Instant issuedAt,
        @Nullable Instant dueAt,
        @Nullable Instant paidAt,
        List<Line> lines,
        long subtotal,
        long discount,
        List<TaxEntry> taxes,
        long tax,
        long total,
        long creditApplied,
        long amountDue,
        long amountPaid,
        long amountCredited,
        boolean reversed)
        implements Serializable {

    /** One priced reason. */
    public record Line(
            String kind,
            String description,
            int quantity,
            long amount,
            long discount,
            ServicePeriod period,
            boolean proration)
            implements Serializable {

        static Line of(BilledLine line) {
            return new Line(
                    line.kind(),
                    line.description(),
                    line.quantity(),
                    line.amount(),
                    line.discount(),
                    line.period(),
                    line.isProration());
        }
    }

    public static InvoiceView of(Invoice invoice) {
        return new InvoiceView(
                invoice.id(),
                invoice.number().orElse(null),
                invoice.accountId(),
                invoice.subscriptionId().orElse(null),
                invoice.perpetualLicenseId().orElse(null),
                invoice.type(),
                invoice.correctsId().orElse(null),
                invoice.status(),
                invoice.currency(),
                invoice.issuedAt().orElse(null),
                invoice.dueAt().orElse(null),
                invoice.paidAt().orElse(null),
                invoice.lines().stream().map(Line::of).toList(),
                invoice.subtotal().minor(),
                invoice.discount().minor(),
                invoice.taxes(),
                invoice.tax().minor(),
                invoice.total().minor(),
                invoice.creditApplied().minor(),
                invoice.amountDue().minor(),
                invoice.amountPaid().minor(),
                invoice.lowered().minor(),
                invoice.isReversed());
    }

    /** What it is about: a subscription or a perpetual license. */
    public UUID purchase() {
        return Objects.requireNonNull(subscription == null ? perpetualLicense : subscription);
    }

    /** True when it was due as it was issued: it is charged then, while a transfer gets some days. */
    public boolean isDueAtOnce() {
        return dueAt != null && dueAt.equals(issuedAt);
    }

    /** True when it is open and its due date has passed. */
    public boolean isOverdueAt(Instant now) {
        return status == InvoiceStatus.OPEN && dueAt != null && now.isAfter(dueAt);
    }
}
