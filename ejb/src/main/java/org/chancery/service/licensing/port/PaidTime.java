package org.chancery.service.licensing.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a license is paid for.
 *
 * @param forEver bought once: it is paid for all time
 * @param until the end of the period that is paid; null when nobody pays for it by periods
 */
public record PaidTime(boolean forEver, @Nullable Instant until) {

    public static final PaidTime FOR_EVER = new PaidTime(true, null);
    /** Nobody sold it: the vendor's staff gave it, until it ends by itself. */
    public static final PaidTime NOT_SOLD = new PaidTime(false, null);

    public static PaidTime until(Instant end) {
        return new PaidTime(false, end);
    }
}
