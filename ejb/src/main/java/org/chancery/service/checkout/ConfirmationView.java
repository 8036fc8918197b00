package org.chancery.service.checkout;

import java.io.Serializable;
import java.util.UUID;
import org.chancery.model.catalog.PlanKind;
import org.chancery.service.payment.PaymentView;

/**
 * A payment that the sandbox's bank asks its customer about.
 *
 * @param purchase what it pays for
 * @param kind whether that is a subscription or a perpetual license
 * @param firstOrder true when it pays for the order itself, false for what came later
 */
public record ConfirmationView(PaymentView payment, UUID purchase, PlanKind kind, boolean firstOrder)
        implements Serializable {}
