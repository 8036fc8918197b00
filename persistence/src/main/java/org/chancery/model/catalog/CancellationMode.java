package org.chancery.model.catalog;

import java.util.Locale;
import java.util.Optional;

/** When a cancellation takes effect. A product may switch either off. */
public enum CancellationMode {
    PERIOD_END,
    NOW;

    /** The word of the public contract, such as {@code period_end}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CancellationMode> ofWord(String word) {
        for (CancellationMode candidate : values()) {
            if (candidate.word().equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
