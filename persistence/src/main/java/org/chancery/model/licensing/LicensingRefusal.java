package org.chancery.model.licensing;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** Every way in which the license protocol says no, apart from those that any request may meet (106, 113, 200). */
public enum LicensingRefusal implements Refusal {
    INVALID_LICENSE_SECRET(ProblemCode.INVALID_LICENSE_SECRET, null),
    PRODUCT_MISMATCH(ProblemCode.PRODUCT_MISMATCH, null),
    SUSPENDED(ProblemCode.LICENSE_NOT_ACTIVE, "suspended"),
    UNPAID(ProblemCode.LICENSE_NOT_ACTIVE, "unpaid"),
    CANCELED(ProblemCode.LICENSE_NOT_ACTIVE, "canceled"),
    EXPIRED(ProblemCode.LICENSE_NOT_ACTIVE, "expired"),
    INSTANCE_NOT_FOUND(ProblemCode.INSTANCE_NOT_FOUND, null),
    LAPSED(ProblemCode.INSTANCE_NOT_ACTIVE, "lapsed"),
    DEACTIVATED(ProblemCode.INSTANCE_NOT_ACTIVE, "deactivated", "restart"),
    FORK(ProblemCode.INVALID_CHECK_SECRET, "fork"),
    STALE(ProblemCode.INVALID_CHECK_SECRET, "stale"),
    SHARED(ProblemCode.INVALID_CHECK_SECRET, "shared"),
    DISPLACED(ProblemCode.INVALID_CHECK_SECRET, "displaced"),
    VERSION_NOT_COVERED(ProblemCode.VERSION_NOT_COVERED, null),
    DEPLOYMENT_MISMATCH(ProblemCode.DEPLOYMENT_MISMATCH, null),
    SEATS_EXCEEDED(ProblemCode.SEATS_EXCEEDED, null),
    OFFLINE_LICENSE_ISSUED(ProblemCode.OFFLINE_LICENSE_ISSUED, null),
    /** The license does not have the feature. */
    OFFLINE_NOT_INCLUDED(ProblemCode.RULE_VIOLATED, "offline-not-included"),
    /** Less than the shortest file is paid for. */
    OFFLINE_NOTHING_PAID(ProblemCode.RULE_VIOLATED, "offline-nothing-paid"),
    /** The request was answered by a file that is over or was given back. */
    OFFLINE_REQUEST_USED(ProblemCode.RULE_VIOLATED, "offline-request-used"),
    /** The return file is not of the site that got the offline license. */
    OFFLINE_RETURN_WRONG(ProblemCode.RULE_VIOLATED, "offline-return-wrong");

    private final ProblemCode code;
    private final @Nullable String reason;
    private final String remedy;

    LicensingRefusal(ProblemCode code, @Nullable String reason) {
        this(code, reason, code.remedy());
    }

    LicensingRefusal(ProblemCode code, @Nullable String reason, String remedy) {
        this.code = code;
        this.reason = reason;
        this.remedy = remedy;
    }

    @Override
    public ProblemCode code() {
        return code;
    }

    @Override
    public @Nullable String reason() {
        return reason;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
