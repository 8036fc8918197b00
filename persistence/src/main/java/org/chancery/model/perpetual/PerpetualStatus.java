package org.chancery.model.perpetual;

import java.util.Locale;

/** Where a perpetual license stands. Once active it stays so. */
public enum PerpetualStatus {
    INCOMPLETE,
    ACTIVE,
    INCOMPLETE_EXPIRED;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
