package org.chancery.client;

import java.time.Duration;
import java.time.Instant;
import org.chancery.client.clock.TrustedTime;
import org.chancery.client.token.Lease;
import org.chancery.client.token.OfflineLicense;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the license, all of it verified, and what follows from that at a given time.
 *
 * @param lease the last one, or null
 * @param offlineLicense the imported file, or null
 * @param refusal the signed refusal in force, or null
 * @param failures how many messages in a row brought nothing
 */
record Standing(
        @Nullable String instanceId,
        @Nullable Lease lease,
        @Nullable OfflineLicense offlineLicense,
        @Nullable Refusal refusal,
        @Nullable Trouble trouble,
        int failures,
        @Nullable OverLimit overLimit,
        @Nullable Entitlements entitlements) {

    static final Standing NOTHING = new Standing(null, null, null, null, null, 0, null, null);

    /** One lost message is everyday life. */
    private static final int FAILURES_OF_CONCERN = 2;

    private static final int MISSED_CHECKS_OF_CONCERN = 2;

    LicenseStatus status(TrustedTime time) {
        Instant now = time.now();
        boolean setBack = time.isSetBack();
        if (offlineLicense != null && offlineLicense.runsAt(now)) {
            boolean worries = setBack || offlineLicense.runsOutAt(now);
            return status(good(worries), null, offlineLicense.expiresAt(), true, setBack);
        }
        if (refusal != null) {
            return status(LicenseState.DENIED, refusal, null, false, setBack);
        }
        if (lease != null && lease.runsAt(now)) {
            boolean worries = setBack || failures >= FAILURES_OF_CONCERN || isOverdue(lease, now);
            return status(good(worries), null, lease.expiresAt(), false, setBack);
        }
        return status(LicenseState.RESTRICTED, null, null, false, setBack);
    }

    /** True when a file makes every message needless: it runs, and not just in its last days. */
    boolean needsNoServer(Instant now) {
        return offlineLicense != null && offlineLicense.runsAt(now) && !offlineLicense.runsOutAt(now);
    }

    private static LicenseState good(boolean worries) {
        return worries ? LicenseState.GRACE : LicenseState.LICENSED;
    }

    private static boolean isOverdue(Lease lease, Instant now) {
        Duration interval = Correspondence.reasonable(null, lease);
        return now.isAfter(lease.issuedAt().plus(interval.multipliedBy(MISSED_CHECKS_OF_CONCERN)));
    }

    private LicenseStatus status(
            LicenseState state, @Nullable Refusal inForce, @Nullable Instant until, boolean offline, boolean setBack) {
        Entitlements granted = offline && offlineLicense != null ? Entitlements.of(offlineLicense) : entitlements;
        return new LicenseStatus(state, inForce, trouble, until, instanceId, offline, setBack, overLimit, granted);
    }
}
