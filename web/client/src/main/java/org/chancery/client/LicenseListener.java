package org.chancery.client;

/** Hears what happens to the license, on the client's own thread. What it throws is logged and changes nothing. */
public interface LicenseListener {

    /** Somebody who only asks for the status. */
    LicenseListener SILENT = new LicenseListener() {};

    /** The state, the refusal in force or the trouble with the server changed. */
    default void statusChanged(LicenseStatus before, LicenseStatus now) {}

    /**
     * The license grants something else than before; also called once after each start, as soon as the software may run.
     * The portal shows what was applied.
     *
     * @return true when it is applied, false when that takes a restart
     */
    default boolean entitlementsChanged(Entitlements entitlements) {
        return true;
    }
}
