package org.chancery.client.platform;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a process gets from its machine, and the one place that asks for it.
 *
 * @param wall the clock that people set
 * @param nanos a clock that nobody sets; it may stand still while the machine sleeps
 * @param random unguessable
 */
public record Machine(InstantSource wall, LongSupplier nanos, RandomGenerator random) {

    private static final Machine REAL = new Machine(InstantSource.system(), System::nanoTime, new SecureRandom());

    /** The machine itself. */
    public static Machine real() {
        return REAL;
    }

    /** So many random bytes as base64url. */
    public String randomText(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    /** How long ago that was by the clock that nobody sets. */
    public Duration since(long nanosThen) {
        return Duration.ofNanos(nanos.getAsLong() - nanosThen);
    }
}
