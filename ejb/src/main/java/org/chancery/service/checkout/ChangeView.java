package org.chancery.service.checkout;

import java.io.Serializable;
import java.util.UUID;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change or a cancellation.
 *
 * @param invoice the invoice or credit note that it made; null for none
 * @param payment the attempt to charge it; null when nothing is charged
 */
public record ChangeView(SubscriptionView subscription, @Nullable UUID invoice, @Nullable PaymentView payment)
        implements Serializable {}
