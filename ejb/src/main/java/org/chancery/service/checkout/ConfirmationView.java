package org.chancery.service.checkout;

import java.io.Serializable;
import java.util.UUID;
import org.chancery.service.payment.PaymentView;

/**
 * A payment that the sandbox's bank asks its customer about.
 *
 * @param subscription where the customer goes afterwards
 */
public record ConfirmationView(PaymentView payment, UUID subscription) implements Serializable {}
