package org.chancery.service.payment.port;

import java.util.UUID;
import org.chancery.model.money.Money;

/**
 * What to charge.
 *
 * @param paymentId the idempotency key
 * @param methodReference the provider's reference of the payment method
 * @param amount positive
 */
public record ChargeOrder(UUID paymentId, String methodReference, Money amount) {}
