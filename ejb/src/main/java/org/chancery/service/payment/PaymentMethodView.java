package org.chancery.service.payment;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.payment.PaymentMethod;
import org.chancery.model.payment.PaymentMethodType;

/** A payment method as it is shown. */
public record PaymentMethodView(
        UUID id, PaymentMethodType type, String brand, String last4, boolean isDefault, Instant attachedAt)
        implements Serializable {

    static PaymentMethodView of(PaymentMethod method) {
        return new PaymentMethodView(
                method.id(), method.type(), method.brand(), method.last4(), method.isDefault(), method.attachedAt());
    }
}
