package org.chancery.model.licensing;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How many of something a license grants.
 *
 * @param count the highest allowed number, or null for unlimited
 */
public record Limit(@Nullable Long count) implements Serializable {

    public static final Limit UNLIMITED = new Limit(null);

    /** The word of the public contract for a limit that isn't one. */
    public static final String UNLIMITED_WORD = "unlimited";

    /** @throws IllegalArgumentException for a negative count */
    public Limit {
        if (count != null && count < 0) {
            throw new IllegalArgumentException("A limit is never negative: " + count);
        }
    }

    public static Limit of(long count) {
        return new Limit(count);
    }

    /** True when one more fits beside those already used. */
    public boolean allowsOneMoreThan(long used) {
        return count == null || used < count;
    }

    /** True when no more is used than there is. */
    public boolean allows(long used) {
        return count == null || used <= count;
    }

    /** As it stands in JSON: a number, or the word {@code unlimited}. */
    public Serializable toWire() {
        return count == null ? UNLIMITED_WORD : count;
    }
}
