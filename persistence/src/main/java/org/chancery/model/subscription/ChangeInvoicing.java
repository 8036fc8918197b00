package org.chancery.model.subscription;

import java.util.Locale;
import java.util.Optional;

/** On which invoice a change at once is asked for. */
public enum ChangeInvoicing {
    NOW,
    NEXT;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ChangeInvoicing> ofWord(String word) {
        for (ChangeInvoicing candidate : values()) {
            if (candidate.word().equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
