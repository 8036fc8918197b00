package org.chancery.service.licensing;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.OfflineLicense;
import org.jspecify.annotations.Nullable;

/**
 * An offline license as pages and scripts see it.
 *
 * @param expiresAt exclusive; null when it lasts for ever
 * @param state {@code living}, {@code over}, {@code returned} or {@code lost}
 * @param holdsSeat whether it keeps its instance's seat taken now
 * @param returnable whether the site can give it back before its end
 * @param closedAt when it was given back or written off, or null
 * @param reason why it was written off, or null
 * @param token the file itself, or null where it is not shown
 */
public record OfflineLicenseView(
        UUID id,
        UUID licenseId,
        UUID instanceId,
        String instanceName,
        String deploymentId,
        String seatClass,
        String bindType,
        String bindValue,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        String state,
        boolean holdsSeat,
        boolean returnable,
        @Nullable Instant closedAt,
        @Nullable String reason,
        @Nullable String token)
        implements Serializable {

    static OfflineLicenseView of(OfflineLicense file, Instance seat, Instant now) {
        return new OfflineLicenseView(
                file.id(),
                file.licenseId(),
                seat.id(),
                seat.name(),
                seat.deploymentId(),
                seat.seatClass().word(),
                file.binding().type(),
                file.binding().value(),
                file.issuedAt(),
                file.expiresAt().orElse(null),
                stateWord(file, now),
                file.holdsSeatAt(now),
                file.isReturnable(),
                file.closed().orElse(null),
                file.closeReason().orElse(null),
                null);
    }

    /** With the file itself. */
    OfflineLicenseView with(OfflineLicense file) {
        return new OfflineLicenseView(
                id,
                licenseId,
                instanceId,
                instanceName,
                deploymentId,
                seatClass,
                bindType,
                bindValue,
                issuedAt,
                expiresAt,
                state,
                holdsSeat,
                returnable,
                closedAt,
                reason,
                file.token());
    }

    private static String stateWord(OfflineLicense file, Instant now) {
        return switch (file.state()) {
            case ISSUED -> file.isLivingAt(now) ? "living" : "over";
            case RETURNED -> "returned";
            case LOST -> "lost";
        };
    }

    /** Without the file, for logs. */
    @Override
    public String toString() {
        return "OfflineLicenseView[id=" + id + ", state=" + state + "]";
    }
}
