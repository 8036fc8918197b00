package org.chancery.model.platform;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids at birth: UUID version 7 of RFC 9562, whose first 48 bits are the milliseconds of the machine's clock, so
 * that indexes stay dense and lists by id are lists by birth: within a millisecond the next 12 bits count (section 6.2,
 * method 1). Ids are names, not secrets: never use one as a credential.
 */
public final class Ids {

    private static final int COUNT_BITS = 12;

    private final InstantSource clock;
    private final SecureRandom random;
    // Milliseconds and count in one number; a burst beyond 4,096 a millisecond borrows from the next.
    private final AtomicLong last = new AtomicLong();

    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long now = clock.millis() << COUNT_BITS;
        long next = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = next >>> COUNT_BITS << 16 | 0x7000L | next & 0xFFFL;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
