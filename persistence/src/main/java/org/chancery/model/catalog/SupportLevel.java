package org.chancery.model.catalog;

import java.util.Locale;
import java.util.Optional;

/** How soon the vendor answers. Declared from the least to the most: a later one wins over an earlier one. */
public enum SupportLevel {
    COMMUNITY,
    BUSINESS_HOURS,
    PRIORITY,
    EXTENDED;

    /** The word of the public contract, such as {@code business-hours}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SupportLevel> ofWord(String word) {
        for (SupportLevel candidate : values()) {
            if (candidate.word().equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The better of the two. */
    public SupportLevel or(SupportLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
