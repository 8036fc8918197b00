package org.chancery.model.catalog;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How much of something may be used: a number from 0 on, or no bound at all. Immutable; sums are exact and fail loudly
 * on overflow ({@link ArithmeticException}).
 *
 * @param number the bound, or null for unlimited
 */
public record Limit(@Nullable Long number) implements Serializable {

    public static final Limit UNLIMITED = new Limit(null);

    /** The word of the public contract; never 0 or -1. */
    public static final String UNLIMITED_WORD = "unlimited";

    /** @throws IllegalArgumentException for a number below zero */
    public Limit {
        if (number != null && number < 0) {
            throw new IllegalArgumentException("A limit is never negative: " + number);
        }
    }

    public static Limit of(long number) {
        return new Limit(number);
    }

    public boolean isUnlimited() {
        return number == null;
    }

    /** Unlimited stays unlimited, whatever is added. */
    public Limit plus(Limit other) {
        return number == null || other.number == null ? UNLIMITED : of(Math.addExact(number, other.number));
    }

    /** This limit so many times; nothing times unlimited is nothing. */
    public Limit times(int quantity) {
        if (quantity == 0) {
            return of(0);
        }
        return number == null ? UNLIMITED : of(Math.multiplyExact(number, (long) quantity));
    }

    /** True while using that many stays within the limit. */
    public boolean allows(long used) {
        return number == null || used <= number;
    }

    @Override
    public String toString() {
        return number == null ? UNLIMITED_WORD : number.toString();
    }
}
