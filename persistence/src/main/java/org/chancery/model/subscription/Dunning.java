package org.chancery.model.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps after a missing payment, counted from the first failure of a charge or from the due date of a transfer.
 *
 * @param invoiceId what is not paid
 * @param since the first failure, or the due date
 * @param retries how often it was charged again
 * @param byWire whether a transfer is awaited, so that nothing is charged again
 */
@Embeddable
public record Dunning(
        @Column(name = "dunning_invoice_id") UUID invoiceId,
        @Column(name = "dunning_since") Instant since,
        @Column(name = "dunning_retries") int retries,
        @Column(name = "dunning_by_wire") boolean byWire)
        implements Serializable {

    private static final List<Duration> RETRIES =
            List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));
    private static final Duration WIRE_PATIENCE = Duration.ofDays(14);
    private static final Duration LAST = Duration.ofDays(30);

    /** When it is charged again; empty when all tries are used up, or a transfer is awaited. */
    public Optional<Instant> retryAt() {
        return byWire || retries >= RETRIES.size() ? Optional.empty() : Optional.of(since.plus(RETRIES.get(retries)));
    }

    /** When the license is held back, unless the money comes before. */
    public Instant suspendAt() {
        return since.plus(byWire ? WIRE_PATIENCE : RETRIES.get(RETRIES.size() - 1));
    }

    /** When we give up. */
    public Instant giveUpAt() {
        return since.plus(LAST);
    }

    /** One more try was made. */
    public Dunning retried() {
        return new Dunning(invoiceId, since, retries + 1, byWire);
    }
}
