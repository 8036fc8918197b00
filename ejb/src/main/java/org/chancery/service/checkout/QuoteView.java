package org.chancery.service.checkout;

import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * What an order, a change or a cancellation costs, before anybody confirms. Amounts are minor units of the currency.
 *
 * @param pendingLines what joins the next invoice instead of being asked for now
 * @param creditGranted what becomes account credit
 * @param next when the next payment falls due and what it comes to; null when there is none
 * @param furtherUpdates what a further year of updates would cost today, before tax; null where none is sold
 */
public record QuoteView(
        UUID id,
        Instant expiresAt,
        Currency currency,
        List<Line> lines,
        List<Line> pendingLines,
        long subtotal,
        long discount,
        long tax,
        long total,
        long creditApplied,
        long creditGranted,
        long amountDue,
        Instant effectiveAt,
        @Nullable Next next,
        @Nullable Long furtherUpdates)
        implements Serializable {

    /**
     * One priced thing.
     *
     * @param code of the plan or add-on, or null for what is given back
     * @param unitAmount per unit and period, or null for what is given back
     * @param proration whether it is the rest of a period
     */
    public record Line(
            String kind,
            @Nullable String code,
            String description,
            int quantity,
            @Nullable Long unitAmount,
            long amount,
            long discount,
            @Nullable ServicePeriod period,
            boolean proration)
            implements Serializable {}

    /** When the next payment falls due and what it comes to. */
    public record Next(Instant at, long total) implements Serializable {}
}
