package org.chancery.client;

import java.time.Instant;

/** What the server did not sign itself must not cost a moment of what was permitted. */
final class Grace {

    private Grace() {}

    /**
     * Fails when less is permitted than before.
     *
     * @param now by the client's own clock
     */
    static void requireWhole(LicenseStatus before, LicenseStatus after, Instant now) {
        Instant until = before.until();
        boolean isOpen = before.mayRun() && until != null && now.isBefore(until);
        boolean isWhole = isOpen
                && after.mayRun()
                && after.until() != null
                && !after.until().isBefore(until);
        if (isOpen && !isWhole) {
            throw new AssertionError("An unsigned answer cost a lease: " + before + " became " + after);
        }
    }
}
