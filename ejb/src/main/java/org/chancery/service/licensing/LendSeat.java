package org.chancery.service.licensing;

import org.jspecify.annotations.Nullable;

/**
 * A running instance asking for an offline license, as it came.
 *
 * @param instanceId as it stood in the path
 * @param ttl in seconds; null for a file that never ends
 * @param returnHash base64url(SHA-256) of what it will reveal when it gives the file back, or null when it won't
 */
public record LendSeat(
        String instanceId,
        PresentedSecret checkSecret,
        String address,
        @Nullable Long ttl,
        @Nullable String bindType,
        @Nullable String bindValue,
        @Nullable String returnHash) {}
