package org.chancery.model.licensing;

import java.util.Locale;
import java.util.Optional;

/** What sort of seat an instance holds; each class has a limit of its own. */
public enum SeatClass {
    PRODUCTION,
    DEVELOPMENT;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SeatClass> ofWord(String word) {
        for (SeatClass seatClass : values()) {
            if (seatClass.word().equals(word)) {
                return Optional.of(seatClass);
            }
        }
        return Optional.empty();
    }
}
