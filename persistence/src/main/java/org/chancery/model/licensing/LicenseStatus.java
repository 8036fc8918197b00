package org.chancery.model.licensing;

import java.util.Locale;

/** Whether a license may be used. */
public enum LicenseStatus {
    /** Granted, but not paid yet. */
    PENDING,
    ACTIVE,
    /** Held back for a while: see the reason. */
    SUSPENDED,
    /** Over for good. */
    ENDED;

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
