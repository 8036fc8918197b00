package org.chancery.client;

import org.chancery.client.token.Denial;
import org.jspecify.annotations.Nullable;

/**
 * A signed refusal.
 *
 * @param code stable, as the protocol lists it
 * @param reason tells refusals of one code apart, or null
 */
public record Refusal(int code, @Nullable String reason) {

    static final int INVALID_LICENSE_SECRET = 101;
    static final int LICENSE_NOT_ACTIVE = 103;
    static final int SEATS_EXCEEDED = 104;
    static final int INSTANCE_NOT_FOUND = 105;
    static final int INVALID_CHECK_SECRET = 107;
    static final int INSTANCE_NOT_ACTIVE = 108;
    static final int VERSION_NOT_COVERED = 109;
    static final int DEPLOYMENT_MISMATCH = 110;
    static final int OFFLINE_LICENSE_ISSUED = 111;
    static final int PRODUCT_MISMATCH = 112;
    private static final String DEACTIVATED = "deactivated";

    static Refusal of(Denial denial) {
        return new Refusal(denial.code(), denial.reason());
    }

    /** What helps. */
    public Remedy remedy() {
        return switch (code) {
            case INVALID_LICENSE_SECRET, PRODUCT_MISMATCH -> Remedy.CHECK_SECRET;
            case LICENSE_NOT_ACTIVE -> Remedy.OPEN_PORTAL;
            case SEATS_EXCEEDED -> Remedy.RELEASE_OR_BUY;
            case INSTANCE_NOT_FOUND, INVALID_CHECK_SECRET -> Remedy.REACTIVATE;
            case INSTANCE_NOT_ACTIVE -> DEACTIVATED.equals(reason) ? Remedy.RESTART : Remedy.REACTIVATE;
            case VERSION_NOT_COVERED -> Remedy.RENEW_OR_DOWNGRADE;
            case DEPLOYMENT_MISMATCH -> Remedy.RELEASE_THERE;
            case OFFLINE_LICENSE_ISSUED -> Remedy.USE_FILE;
            default -> Remedy.ASK_THE_VENDOR;
        };
    }

    /** True when the instance has lost its seat for good and has to ask for one by the license secret. */
    boolean endsTheSeat() {
        return remedy() == Remedy.REACTIVATE || remedy() == Remedy.RESTART;
    }
}
