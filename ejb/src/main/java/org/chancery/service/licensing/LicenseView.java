package org.chancery.service.licensing;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A license as pages and scripts see it.
 *
 * @param status the word of the contract
 * @param reason why it may not be used, or null while it may
 * @param seats by the word of the class
 * @param usage by the code of each limit that instances report on
 * @param revision counts its changes
 * @param updatesUntil the last release date that is covered, or null when every release is
 * @param until when it ends by itself, or null
 * @param deploymentId the only deployment that may hold production seats, or null when any may
 * @param previousSecretUntil until when the secret before the current one is accepted, or null
 */
public record LicenseView(
        UUID id,
        UUID accountId,
        String status,
        @Nullable String reason,
        String product,
        String planCode,
        String planName,
        Map<String, SeatUse> seats,
        Map<String, QuotaUse> usage,
        long revision,
        @Nullable LocalDate updatesUntil,
        @Nullable Instant until,
        @Nullable String deploymentId,
        @Nullable Instant previousSecretUntil)
        implements Serializable {}
