package org.chancery.service.checkout;

import java.io.Serializable;
import java.util.UUID;
import org.chancery.service.payment.PaymentView;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the sandbox's bank asks its customer about.
 *
 * @param subscription where the customer goes afterwards; null when the payment is for none
 */
public record ConfirmationView(PaymentView payment, @Nullable UUID subscription) implements Serializable {}
