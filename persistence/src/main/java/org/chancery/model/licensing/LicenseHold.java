package org.chancery.model.licensing;

/** Why a license is held back. The two are independent: paying lifts the one, never the other. */
public enum LicenseHold {
    /** The vendor's staff stopped it. */
    SUSPENDED,
    /** A payment is missing. */
    UNPAID
}
