package org.chancery.web.api.licensing;

import java.time.Instant;
import java.util.UUID;
import org.chancery.service.licensing.OfflineLicenseView;
import org.jspecify.annotations.Nullable;

/**
 * An offline license.
 *
 * @param instance whose seat it holds
 * @param license the file itself, or null where it is not shown
 */
public record OfflineLicenseResponse(
        UUID id,
        UUID instance,
        String instanceName,
        String deploymentId,
        String seatClass,
        Bound bind,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        String state,
        boolean holdsSeat,
        boolean returnable,
        @Nullable Instant closedAt,
        @Nullable String reason,
        @Nullable String license) {

    /** What it is good for: {@code deployment} or {@code instance}, and which. */
    public record Bound(String type, String value) {}

    static OfflineLicenseResponse of(OfflineLicenseView file) {
        return new OfflineLicenseResponse(
                file.id(),
                file.instanceId(),
                file.instanceName(),
                file.deploymentId(),
                file.seatClass(),
                new Bound(file.bindType(), file.bindValue()),
                file.issuedAt(),
                file.expiresAt(),
                file.state(),
                file.holdsSeat(),
                file.returnable(),
                file.closedAt(),
                file.reason(),
                file.token());
    }

    /** Without the file, for logs. */
    @Override
    public String toString() {
        return "OfflineLicenseResponse[id=" + id + ", state=" + state + "]";
    }
}
