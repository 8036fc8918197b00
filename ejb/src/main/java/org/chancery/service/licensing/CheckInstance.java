package org.chancery.service.licensing;

import org.jspecify.annotations.Nullable;

/**
 * An instance asks to keep running. Everything that travels in the body may be missing or wrong; the service says what.
 *
 * @param instanceId as it stood in the path
 * @param address where the message came from
 * @param seq information only
 * @param receipt the last lease the instance has, or null
 */
public record CheckInstance(
        String instanceId,
        PresentedSecret checkSecret,
        String address,
        @Nullable Integer epoch,
        @Nullable Long seq,
        @Nullable String nextSecretHash,
        @Nullable String nonce,
        @Nullable String bootId,
        @Nullable String receipt,
        @Nullable String productVersion,
        @Nullable String releaseDate,
        @Nullable Long appliedRevision,
        @Nullable Boolean restartNeeded) {}
