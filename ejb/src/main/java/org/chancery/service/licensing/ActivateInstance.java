package org.chancery.service.licensing;

import org.jspecify.annotations.Nullable;

/**
 * An instance asks for a seat. Everything that travels in the body may be missing or wrong; the service says what.
 *
 * @param idempotencyKey names the attempt, or null
 * @param address where the message came from
 * @param leaseSeconds a lease shorter than the plan's, or null
 */
public record ActivateInstance(
        PresentedSecret licenseSecret,
        @Nullable String idempotencyKey,
        String address,
        @Nullable String product,
        @Nullable String productVersion,
        @Nullable String releaseDate,
        @Nullable String deploymentId,
        @Nullable String instanceName,
        @Nullable String seatClass,
        @Nullable String bootId,
        @Nullable String nextSecretHash,
        @Nullable String nonce,
        @Nullable Integer leaseSeconds) {}
