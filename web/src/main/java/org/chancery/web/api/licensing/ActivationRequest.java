package org.chancery.web.api.licensing;

import org.chancery.service.licensing.ActivateInstance;
import org.jspecify.annotations.Nullable;

/** The body of an activation. What is missing or malformed is told by the service, all faults together. */
public record ActivationRequest(
        @Nullable String product,
        @Nullable String productVersion,
        @Nullable String releaseDate,
        @Nullable String deploymentId,
        @Nullable String instanceName,
        @Nullable String seatClass,
        @Nullable String bootId,
        @Nullable String nextSecretHash,
        @Nullable String nonce,
        @Nullable Integer leaseSeconds) {

    /** No body at all. */
    static final ActivationRequest NOTHING =
            new ActivationRequest(null, null, null, null, null, null, null, null, null, null);

    ActivateInstance from(Sender sender, @Nullable String idempotencyKey) {
        return new ActivateInstance(
                sender.secret(),
                idempotencyKey,
                sender.address(),
                product,
                productVersion,
                releaseDate,
                deploymentId,
                instanceName,
                seatClass,
                bootId,
                nextSecretHash,
                nonce,
                leaseSeconds);
    }
}
