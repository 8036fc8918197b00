package org.chancery.service.licensing;

import org.chancery.service.licensing.SeatAnswer.OverLimit;
import org.jspecify.annotations.Nullable;

/**
 * The instance may go on.
 *
 * @param lease signed
 * @param nextCheckAfter seconds
 * @param overLimit that more seats are taken than the license has, or null
 */
public record CheckedInstance(
        long seq, String lease, boolean entitlementsChanged, long nextCheckAfter, @Nullable OverLimit overLimit) {}
