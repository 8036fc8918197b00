package org.chancery.service.checkout;

import java.io.Serializable;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/**
 * A subscription after a change or a cancellation.
 *
 * @param invoice the invoice or credit note that it made; null for none
 * @param payment how its charge stands; null when nothing was charged
 */
public record ChangeOutcome(SubscriptionView subscription, @Nullable InvoiceView invoice, @Nullable PaymentView payment)
        implements Serializable {}
