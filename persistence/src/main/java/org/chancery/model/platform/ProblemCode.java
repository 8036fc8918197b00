package org.chancery.model.platform;

/**
 * The stable numbers of every refusal, part of the public contract: 1xx belong to the license protocol, 3xx to the
 * management API. The kind says what sort of answer it is without naming a transport.
 */
public enum ProblemCode {
    INVALID_LICENSE_SECRET(101, Kind.UNAUTHENTICATED, "check-secret"),
    LICENSE_NOT_ACTIVE(103, Kind.FORBIDDEN, "open-portal"),
    SEATS_EXCEEDED(104, Kind.CONFLICT, "release-or-buy"),
    INSTANCE_NOT_FOUND(105, Kind.NOT_FOUND, "reactivate"),
    INVALID_REQUEST(106, Kind.INVALID, "fix-client"),
    INVALID_CHECK_SECRET(107, Kind.CONFLICT, "reactivate"),
    INSTANCE_NOT_ACTIVE(108, Kind.GONE, "reactivate"),
    VERSION_NOT_COVERED(109, Kind.FORBIDDEN, "renew-or-downgrade"),
    DEPLOYMENT_MISMATCH(110, Kind.CONFLICT, "release-there"),
    OFFLINE_LICENSE_ISSUED(111, Kind.CONFLICT, "use-file"),
    PRODUCT_MISMATCH(112, Kind.UNPROCESSABLE, "check-secret"),
    TOO_MANY_REQUESTS(113, Kind.TOO_MANY, "wait"),
    SERVER_ERROR(200, Kind.FAULT, "retry"),
    UNAUTHENTICATED(300, Kind.UNAUTHENTICATED, "sign-in"),
    FORBIDDEN(301, Kind.FORBIDDEN, "ask-owner"),
    NOT_FOUND(302, Kind.NOT_FOUND, "check-address"),
    CONFLICT(303, Kind.CONFLICT, "reload"),
    IDEMPOTENCY_MISMATCH(304, Kind.UNPROCESSABLE, "new-key"),
    IN_PROGRESS(305, Kind.CONFLICT, "retry"),
    PAYMENT_DECLINED(306, Kind.PAYMENT, "other-payment-method"),
    QUOTE_EXPIRED(307, Kind.CONFLICT, "new-quote"),
    RULE_VIOLATED(308, Kind.UNPROCESSABLE, "change-request"),
    HTTP_ERROR(309, Kind.INVALID, "fix-client");

    /** What sort of refusal it is; the web layer turns each into its status. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        PAYMENT,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        GONE,
        UNPROCESSABLE,
        TOO_MANY,
        FAULT
    }

    private final int number;
    private final Kind kind;
    private final String remedy;

    ProblemCode(int number, Kind kind, String remedy) {
        this.number = number;
        this.kind = kind;
        this.remedy = remedy;
    }

    public int number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    /** What the caller can do about it, one stable word for programs. */
    public String remedy() {
        return remedy;
    }
}
