package org.chancery.model.payment;

import java.util.Locale;
import java.util.Optional;

/** What sort of thing a payment method is. */
public enum PaymentMethodType {
    CARD,
    SEPA;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PaymentMethodType> ofWord(String word) {
        for (PaymentMethodType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
