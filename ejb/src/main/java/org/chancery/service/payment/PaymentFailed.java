package org.chancery.service.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * A charge brought no money; told in the transaction that records it.
 *
 * @param isFinal false when the customer may still confirm it at the bank
 * @param isAbandoned it was given up on our side, so that another attempt can be made
 */
public record PaymentFailed(
        UUID paymentId, UUID accountId, UUID invoiceId, boolean isFinal, boolean isAbandoned, Instant at) {}
