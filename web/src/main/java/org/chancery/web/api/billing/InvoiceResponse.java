package org.chancery.web.api.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.billing.TaxEntry;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.payment.PaymentView;
import org.chancery.web.api.PeriodResponse;
import org.jspecify.annotations.Nullable;

/** An invoice or a credit note on the wire; amounts in minor units. */
public record InvoiceResponse(
        UUID id,
        String type,
        @Nullable String number,
        UUID account,
        @Nullable UUID subscription,
        @Nullable UUID perpetualLicense,
        @Nullable UUID corrects,
        String status,
        String currency,
        @Nullable Instant issuedAt,
        @Nullable Instant dueAt,
        @Nullable Instant paidAt,
        List<Line> lines,
        long subtotal,
        long discount,
        List<Tax> taxes,
        long tax,
        long total,
        long creditApplied,
        long amountDue,
        long amountPaid,
        long amountCredited,
        @Nullable PaymentResponse payment) {

    /** One priced reason. */
    public record Line(
            String kind,
            String description,
            int quantity,
            long amount,
            long discount,
            @Nullable PeriodResponse period,
            boolean proration) {}

    /** One rate of tax. */
    public record Tax(BigDecimal rate, @Nullable String reason, long base, long amount) {}

    public static InvoiceResponse of(InvoiceView view) {
        return of(view, null);
    }

    /** @param payment how the latest payment on it stands, or null for none */
    public static InvoiceResponse of(InvoiceView view, @Nullable PaymentView payment) {
        return new InvoiceResponse(
                view.id(),
                view.type().word(),
                view.number(),
                view.account(),
                view.subscription(),
                view.perpetualLicense(),
                view.corrects(),
                view.status().word(),
                view.currency().getCurrencyCode(),
                view.issuedAt(),
                view.dueAt(),
                view.paidAt(),
                view.lines().stream().map(InvoiceResponse::line).toList(),
                view.subtotal(),
                view.discount(),
                view.taxes().stream().map(InvoiceResponse::tax).toList(),
                view.tax(),
                view.total(),
                view.creditApplied(),
                view.amountDue(),
                view.amountPaid(),
                view.amountCredited(),
                payment == null ? null : PaymentResponse.of(payment));
    }

    private static Tax tax(TaxEntry entry) {
        return new Tax(
                new BigDecimal(entry.rate().stripTrailingZeros().toPlainString()),
                entry.reason() == null ? null : entry.reason().word(),
                entry.base(),
                entry.amount());
    }

    private static Line line(InvoiceView.Line line) {
        return new Line(
                line.kind(),
                line.description(),
                line.quantity(),
                line.amount(),
                line.discount(),
                PeriodResponse.of(line.period()),
                line.proration());
    }
}
