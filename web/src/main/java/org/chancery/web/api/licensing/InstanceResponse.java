package org.chancery.web.api.licensing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chancery.service.licensing.InstanceView;
import org.chancery.service.licensing.RevisionState;
import org.jspecify.annotations.Nullable;

/** An instance as its owner sees it. */
public record InstanceResponse(
        UUID id,
        String name,
        String deploymentId,
        String seatClass,
        String state,
        String version,
        Instant lastCheckAt,
        Instant leaseUntil,
        @Nullable Long appliedRevision,
        boolean restartNeeded,
        @Nullable String revisionState,
        @Nullable Instant revisionBy,
        Map<String, Long> usage,
        @Nullable Instant usageReportedAt) {

    static InstanceResponse of(InstanceView instance) {
        RevisionState revisionState = instance.revisionState();
        return new InstanceResponse(
                instance.id(),
                instance.name(),
                instance.deploymentId(),
                instance.seatClass(),
                instance.state(),
                instance.version(),
                instance.lastCheckAt(),
                instance.leaseUntil(),
                instance.appliedRevision(),
                instance.restartNeeded(),
                revisionState == null ? null : revisionState.word(),
                instance.revisionBy(),
                instance.usage(),
                instance.usageReportedAt());
    }
}
