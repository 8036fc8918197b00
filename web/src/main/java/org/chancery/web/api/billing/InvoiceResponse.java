package org.chancery.web.api.billing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.service.billing.InvoiceView;
import org.chancery.web.api.PeriodResponse;
import org.jspecify.annotations.Nullable;

/** An invoice on the wire; amounts in minor units. {@code taxes} is empty until tax is set up. */
public record InvoiceResponse(
        UUID id,
        String type,
        @Nullable String number,
        UUID account,
        UUID subscription,
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
        long amountPaid) {

    /** One priced reason. */
    public record Line(
            String kind,
            String description,
            int quantity,
            long amount,
            @Nullable PeriodResponse period,
            boolean proration) {}

    /** One rate of tax. */
    public record Tax(String rate, @Nullable String reason, long base, long amount) {}

    public static InvoiceResponse of(InvoiceView view) {
        return new InvoiceResponse(
                view.id(),
                "invoice",
                view.number(),
                view.account(),
                view.subscription(),
                view.status().word(),
                view.currency().getCurrencyCode(),
                view.issuedAt(),
                view.dueAt(),
                view.paidAt(),
                view.lines().stream().map(InvoiceResponse::line).toList(),
                view.subtotal(),
                view.discount(),
                List.of(),
                view.tax(),
                view.total(),
                view.creditApplied(),
                view.amountDue(),
                view.amountPaid());
    }

    private static Line line(InvoiceView.Line line) {
        return new Line(
                line.kind(),
                line.description(),
                line.quantity(),
                line.amount(),
                PeriodResponse.of(line.period()),
                line.proration());
    }
}
