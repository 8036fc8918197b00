package org.chancery.model.licensing;

/** Why a license is over. */
public enum LicenseEnd {
    CANCELED,
    EXPIRED
}
