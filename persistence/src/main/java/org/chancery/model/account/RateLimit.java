package org.chancery.model.account;

import java.time.Duration;

/** So many within any span of that length. */
public record RateLimit(int most, Duration span) {

    public RateLimit {
        if (most < 1 || span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("A limit allows something in some time");
        }
    }
}
