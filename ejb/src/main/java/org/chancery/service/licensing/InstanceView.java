package org.chancery.service.licensing;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceState;
import org.chancery.model.licensing.License;
import org.chancery.service.licensing.domain.LeasePolicy;
import org.jspecify.annotations.Nullable;

/**
 * An instance as pages and scripts see it.
 *
 * @param state {@code active}, {@code offline}, {@code lapsed}, {@code released} or {@code deactivated}
 * @param version of the product
 * @param seatUntil when the seat is free again unless it is renewed, or was freed
 * @param nextCheckBy when the next check is due, which is when a change arrives at the latest
 * @param appliedRevision the revision of the license in force there, or null when it never said
 */
public record InstanceView(
        UUID id,
        String name,
        String deploymentId,
        String seatClass,
        String state,
        String version,
        Instant lastCheckAt,
        Instant leaseUntil,
        Instant seatUntil,
        Instant nextCheckBy,
        @Nullable Long appliedRevision,
        boolean restartNeeded)
        implements Serializable {

    static InstanceView of(License license, Instance instance, Instant now) {
        return new InstanceView(
                instance.id(),
                instance.name(),
                instance.deploymentId(),
                instance.seatClass().word(),
                stateWord(instance, now),
                instance.productVersion(),
                instance.lastCheckAt(),
                instance.lease().expiresAt(),
                instance.seatUntil(),
                instance.lastCheckAt().plus(LeasePolicy.checkInterval(license, instance)),
                instance.appliedRevision(),
                instance.isRestartNeeded());
    }

    static String stateWord(Instance instance, Instant now) {
        boolean isOnline = instance.state() == InstanceState.ACTIVE && !instance.isLapsedAt(now);
        if (!isOnline && instance.isLentAt(now)) {
            return "offline";
        }
        return instance.state() == InstanceState.ACTIVE && !isOnline
                ? "lapsed"
                : instance.state().name().toLowerCase(Locale.ROOT);
    }
}
