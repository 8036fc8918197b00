package org.chancery.web.api.billing;

import org.chancery.service.payment.PaymentView;
import org.jspecify.annotations.Nullable;

/**
 * How a payment stands.
 *
 * @param status {@code pending}, {@code requires_action}, {@code processing}, {@code succeeded} or {@code failed}
 * @param reason why it failed, or what it waits for
 * @param confirmUrl where the customer confirms it, for {@code requires_action}
 */
public record PaymentResponse(String status, @Nullable String reason, @Nullable String confirmUrl) {

    /** Nothing is due any more. */
    public static final PaymentResponse SUCCEEDED = new PaymentResponse("succeeded", null, null);

    /** The customer was asked for a bank transfer. */
    public static final PaymentResponse AWAITS_TRANSFER = new PaymentResponse("pending", "wire", null);

    public static PaymentResponse of(PaymentView view) {
        return new PaymentResponse(view.status().word(), view.reason(), view.confirmUrl());
    }
}
