package org.chancery.model.subscription;

import java.util.Locale;
import java.util.Optional;

/** When a change or a cancellation takes effect. */
public enum ChangeTiming {
    NOW,
    PERIOD_END;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ChangeTiming> ofWord(String word) {
        for (ChangeTiming candidate : values()) {
            if (candidate.word().equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
