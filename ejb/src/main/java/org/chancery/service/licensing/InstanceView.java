package org.chancery.service.licensing;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceState;
import org.chancery.model.licensing.License;
import org.jspecify.annotations.Nullable;

/**
 * An instance as pages and scripts see it.
 *
 * @param state {@code active}, {@code offline}, {@code lapsed}, {@code released} or {@code deactivated}
 * @param version of the product
 * @param seatUntil when the seat is free again unless it is renewed, or was freed
 * @param nextCheckBy when the next check is due, which is when a change arrives at the latest
 * @param appliedRevision the revision of the license in force there, or null when it never said
 * @param revisionState whether the license as it is now is in force there, or null where nothing runs
 * @param revisionBy when a pending change arrives at the latest, or null when none is pending
 * @param usage what it last said of its limits, by code
 * @param usageReportedAt when it said so, or null when it never did
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
        boolean restartNeeded,
        @Nullable RevisionState revisionState,
        @Nullable Instant revisionBy,
        SortedMap<String, Long> usage,
        @Nullable Instant usageReportedAt)
        implements Serializable {

    static InstanceView of(License license, Instance instance, Instant now) {
        Instant nextCheckBy = instance.lastCheckAt().plus(instance.checkInterval());
        RevisionState revisionState = revisionState(license, instance, now);
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
                nextCheckBy,
                instance.appliedRevision(),
                instance.isRestartNeeded(),
                revisionState,
                revisionState == RevisionState.PENDING ? nextCheckBy : null,
                instance.usage().amounts(),
                instance.usageReportedAt());
    }

    private static @Nullable RevisionState revisionState(License license, Instance instance, Instant now) {
        boolean runs = instance.state() == InstanceState.ACTIVE && !instance.isLapsedAt(now);
        return runs
                ? RevisionState.of(
                        license.revision(),
                        instance.appliedRevision(),
                        instance.fetchedRevision(),
                        instance.isRestartNeeded())
                : null;
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
