package org.chancery.service.licensing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance asks to keep running. Everything that travels in the body may be missing or wrong; the service says what.
 *
 * @param instanceId as it stood in the path
 * @param address where the message came from
 * @param seq information only
 * @param receipt the last lease the instance has, or null
 * @param usage how much of each limit is used there
 * @param certificates all that the instance has
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
        @Nullable Boolean restartNeeded,
        @Nullable Map<String, @Nullable Long> usage,
        @Nullable List<@Nullable Certificate> certificates) {

    /** What it says of one certificate. */
    public record Certificate(
            @Nullable String domain,
            @Nullable String state,
            @Nullable String issuer,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter,
            @Nullable String lastError) {}
}
