package org.chancery.model.account;

/** How a person wants pages to look; {@link #SYSTEM} follows the device. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
