package org.chancery.service.licensing;

import java.util.Map;
import org.chancery.service.licensing.SeatAnswer.OverLimit;
import org.jspecify.annotations.Nullable;

/**
 * The instance may go on.
 *
 * @param lease signed
 * @param nextCheckAfter seconds
 * @param overLimit that more seats are taken than the license has, or null
 * @param overQuota the limits of which the license's instances use more than it has, or null when there is none
 */
public record CheckedInstance(
        long seq,
        String lease,
        boolean entitlementsChanged,
        long nextCheckAfter,
        @Nullable OverLimit overLimit,
        @Nullable Map<String, QuotaUse> overQuota) {}
