package org.chancery.client;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the license allows now, and why.
 *
 * @param refusal the signed refusal in force, or null
 * @param trouble why the last exchange brought nothing, or null when it did
 * @param until when the permission ends unless it is renewed; null without one, and for one without an end
 * @param instanceId null before the first activation
 * @param offline whether a file permits it, not the server
 * @param clockSetBack whether the machine's clock claims a time that is over already
 * @param overLimit more seats are taken than the license has, or null
 * @param entitlements as last read, or null before that
 */
public record LicenseStatus(
        LicenseState state,
        @Nullable Refusal refusal,
        @Nullable Trouble trouble,
        @Nullable Instant until,
        @Nullable String instanceId,
        boolean offline,
        boolean clockSetBack,
        @Nullable OverLimit overLimit,
        @Nullable Entitlements entitlements) {

    /** Of a client that can't read its state yet. */
    static final LicenseStatus UNOPENED = new LicenseStatus(
            LicenseState.RESTRICTED, null, Trouble.STATE_NOT_USABLE, null, null, false, false, null, null);

    /** True when the software may work as licensed. */
    public boolean mayRun() {
        return state.mayRun();
    }

    /** True when listeners should hear of the change from the other one. */
    boolean differsFrom(LicenseStatus other) {
        return state != other.state
                || trouble != other.trouble
                || offline != other.offline
                || clockSetBack != other.clockSetBack
                || !Objects.equals(refusal, other.refusal)
                || !Objects.equals(overLimit, other.overLimit);
    }
}
