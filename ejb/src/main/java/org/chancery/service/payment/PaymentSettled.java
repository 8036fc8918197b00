package org.chancery.service.payment;

import java.time.Instant;
import java.util.UUID;
import org.chancery.model.money.Money;

/** Money came. Told once for each payment, in the transaction that records it and under the lock on the account. */
public record PaymentSettled(UUID paymentId, UUID accountId, UUID invoiceId, Money amount, Instant at) {}
