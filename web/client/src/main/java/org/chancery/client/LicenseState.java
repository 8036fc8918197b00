package org.chancery.client;

/** What the license allows now. */
public enum LicenseState {
    /** All is well. */
    LICENSED,
    /** It may be used, but somebody should look: the server is silent, the file runs out, the clock was set back. */
    GRACE,
    /** There is no permission: none yet, or the last one is over. The server has not refused. */
    RESTRICTED,
    /** The server refuses, and signed it. */
    DENIED;

    /** True when the software may work as licensed. */
    public boolean mayRun() {
        return this == LICENSED || this == GRACE;
    }
}
