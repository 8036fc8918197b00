package org.chancery.service.payment;

import java.io.Serializable;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.PaymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is shown.
 *
 * @param method what was charged, or null for money that an operator saw arrive
 * @param decline why it failed, or null
 * @param confirmUrl where the customer confirms it, or null
 */
public record PaymentView(
        UUID id,
        UUID invoice,
        Money amount,
        PaymentStatus status,
        @Nullable UUID method,
        @Nullable Decline decline,
        @Nullable String confirmUrl)
        implements Serializable {

    public static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.invoiceId(),
                payment.money(),
                payment.status(),
                payment.paymentMethodId().orElse(null),
                payment.decline().orElse(null),
                payment.confirmUrl().orElse(null));
    }

    /** True while the outcome is open. */
    public boolean isInFlight() {
        return status.isInFlight();
    }

    /** The word of the public contract for why it failed, or null. */
    public @Nullable String reason() {
        return decline == null ? null : decline.word();
    }
}
