package org.chancery.service.licensing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.service.licensing.port.LeaseClaims;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction over seats came to. A refusal is a result here and no exception, because what was counted must be
 * committed and the denial is signed outside the transaction.
 */
public sealed interface SeatAnswer {

    /**
     * A lease was committed.
     *
     * @param claims ready to be signed
     * @param changed whether the instance has to fetch its entitlements
     * @param nextCheck how long until the next check
     */
    record Granted(
            LeaseClaims claims,
            boolean changed,
            Duration checkInterval,
            Duration nextCheck,
            @Nullable OverLimit overLimit,
            Quota quota)
            implements SeatAnswer {}

    /**
     * The rules said no, and nothing of the live instance was touched.
     *
     * @param details what the answer carries beside the refusal
     * @param instanceId the instance, or null when there is none
     * @param product the audience of the denial, or null when nobody knows it
     * @param sighting a copy that was seen, or null
     */
    record Refused(
            LicensingRefusal refusal,
            Map<String, Object> details,
            @Nullable UUID instanceId,
            @Nullable String product,
            @Nullable Sighting sighting)
            implements SeatAnswer {}

    /** The instance has sent more checks than it may. */
    record TooMany(Duration pause) implements SeatAnswer {}

    /** The lease is over or about to be, so the license has to be locked before the instance: ask again that way. */
    record Lapsed(UUID licenseId) implements SeatAnswer {}

    /**
     * A second process with secrets of a live instance.
     *
     * @param liveAddress where the live one was last seen
     */
    record Sighting(InstanceEventType type, UUID instanceId, String liveAddress) {}

    /**
     * Whether more of some limit is used than there is.
     *
     * @param exceeded which, by code
     * @param isNews that the license does not know it yet
     */
    record Quota(Map<String, QuotaUse> exceeded, boolean isNews) {
        static final Quota KEPT = new Quota(Map.of(), false);
    }

    /**
     * More seats are taken than the license has.
     *
     * @param until when the newest will be refused
     */
    record OverLimit(long limit, long used, Instant until) {}
}
