package org.chancery.service.checkout;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on the bank statement.
 *
 * @param amount positive, in minor units of the invoice's currency
 * @param reference what the statement says
 * @param receivedAt when the bank received it, not in the future; null means now
 */
public record ReceivedTransfer(long amount, String reference, @Nullable Instant receivedAt) implements Serializable {

    /** @throws IllegalArgumentException when the amount is not positive */
    public ReceivedTransfer {
        if (amount <= 0) {
            throw new IllegalArgumentException("A transfer is positive");
        }
    }
}
