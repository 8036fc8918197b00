package org.chancery.service.payment.port;

import org.chancery.model.payment.PaymentMethodType;

/**
 * A payment method as the provider keeps it.
 *
 * @param reference what it is charged by, at most 100 characters
 * @param brand as people know it, {@code visa}
 * @param last4 the last four digits
 */
public record AttachedMethod(PaymentMethodType type, String reference, String brand, String last4) {}
