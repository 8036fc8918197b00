package org.chancery.service.checkout;

import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** What a choice costs, before anybody confirms. Amounts are minor units of the currency. */
public record QuoteView(
        UUID id,
        Instant expiresAt,
        Currency currency,
        List<Line> lines,
        long subtotal,
        long discount,
        long tax,
        long total,
        long creditApplied,
        long creditGranted,
        long amountDue,
        Instant effectiveAt,
        Next next)
        implements Serializable {

    /** One priced thing. */
    public record Line(String kind, String code, String description, int quantity, long unitAmount, long amount)
            implements Serializable {}

    /** When the next payment falls due and what it comes to. */
    public record Next(Instant at, long total) implements Serializable {}
}
