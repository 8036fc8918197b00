package org.chancery.model.subscription;

import java.util.Locale;
import java.util.Optional;

/** How a subscription is paid. */
public enum Collection {
    /** The default payment method is charged automatically. */
    CHARGE,
    /** The invoice is sent and paid by bank transfer. */
    WIRE;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Collection> ofWord(String word) {
        for (Collection collection : values()) {
            if (collection.word().equals(word)) {
                return Optional.of(collection);
            }
        }
        return Optional.empty();
    }
}
