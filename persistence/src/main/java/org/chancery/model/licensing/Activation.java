package org.chancery.model.licensing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An instance asking for a seat, already checked for form.
 *
 * @param deploymentId and {@code name} together name the seat within the license
 * @param leaseSeconds a shorter lease than the plan's, or null for the plan's
 * @param attempt names this attempt across repetitions (a hash of the idempotency key), or null when it has no name
 * @param address where the message came from
 */
public record Activation(
        String deploymentId,
        String name,
        SeatClass seatClass,
        String productVersion,
        LocalDate releaseDate,
        String bootId,
        String nextHash,
        @Nullable Integer leaseSeconds,
        @Nullable String attempt,
        String address) {}
