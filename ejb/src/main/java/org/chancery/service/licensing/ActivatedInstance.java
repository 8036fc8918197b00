package org.chancery.service.licensing;

import java.time.Instant;
import java.util.UUID;

/**
 * A seat was taken.
 *
 * @param lease signed
 * @param entitlementTag the entity tag of the entitlements, quotes included
 * @param checkInterval seconds
 */
public record ActivatedInstance(
        UUID instanceId,
        int epoch,
        long seq,
        String lease,
        String entitlementTag,
        long checkInterval,
        Instant serverTime) {}
