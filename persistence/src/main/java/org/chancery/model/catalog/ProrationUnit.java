package org.chancery.model.catalog;

import java.util.Locale;
import java.util.Optional;

/** In which units the rest of a period is counted when something changes within it. */
public enum ProrationUnit {
    SECOND,
    /** Calendar days in the account's time zone. */
    DAY;

    /** The word of the public contract, such as {@code second}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProrationUnit> ofWord(String word) {
        for (ProrationUnit candidate : values()) {
            if (candidate.word().equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
