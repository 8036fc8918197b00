package org.chancery.service.checkout;

import java.io.Serializable;
import java.util.UUID;
import org.chancery.service.payment.PaymentView;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the sandbox's bank asks its customer about.
 *
 * @param subscription what it pays for; null for a perpetual license
 * @param firstOrder true when it pays for the order itself, false for a renewal
 */
public record ConfirmationView(PaymentView payment, @Nullable UUID subscription, boolean firstOrder)
        implements Serializable {}
