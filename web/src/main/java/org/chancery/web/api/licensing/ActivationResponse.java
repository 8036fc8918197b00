package org.chancery.web.api.licensing;

import java.time.Instant;
import java.util.UUID;
import org.chancery.service.licensing.ActivatedInstance;

/** The answer to an activation. */
public record ActivationResponse(
        UUID instanceId,
        int epoch,
        long seq,
        String lease,
        EntitlementsLink entitlements,
        long checkInterval,
        Instant serverTime) {

    /** Where the entitlements are, and under which tag. */
    public record EntitlementsLink(String etag, String href) {}

    static ActivationResponse of(ActivatedInstance activated, String href) {
        return new ActivationResponse(
                activated.instanceId(),
                activated.epoch(),
                activated.seq(),
                activated.lease(),
                new EntitlementsLink(activated.entitlementTag(), href),
                activated.checkInterval(),
                activated.serverTime());
    }
}
