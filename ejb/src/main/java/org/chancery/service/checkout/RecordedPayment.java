package org.chancery.service.checkout;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.PaymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * One payment on an invoice, as the console shows it.
 *
 * @param receivedAt when the bank received it, or null while nothing arrived
 * @param reference what the statement says, or null
 */
public record RecordedPayment(
        UUID id, Money money, PaymentStatus status, @Nullable Instant receivedAt, @Nullable String reference)
        implements Serializable {

    static RecordedPayment of(Payment payment) {
        return new RecordedPayment(
                payment.id(),
                payment.money(),
                payment.status(),
                payment.receivedAt().orElse(null),
                payment.reference().orElse(null));
    }
}
