package org.chancery.model.account;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How accounts, users, operators and their sign-in say no. */
public enum AccountRefusal implements Refusal {
    /** The code is wrong, used up, too old, or was asked for in another browser: which of them is not told. */
    CODE_NOT_ACCEPTED(ProblemCode.UNAUTHENTICATED, "code-not-accepted"),
    /** The address is proven, but nobody knows it and new accounts are not opened by themselves. */
    SELF_REGISTRATION_OFF(ProblemCode.FORBIDDEN, "self-registration-off"),
    /** The second factor is there already; an administrator can reset it. */
    SECOND_FACTOR_SET(ProblemCode.CONFLICT, "second-factor-set"),
    /** The second factor has to be set up before it can be asked for. */
    SECOND_FACTOR_MISSING(ProblemCode.CONFLICT, "second-factor-missing"),
    EMAIL_TAKEN(ProblemCode.CONFLICT, "email-taken"),
    LAST_OWNER(ProblemCode.CONFLICT, "last-owner"),
    LAST_ADMIN(ProblemCode.CONFLICT, "last-admin"),
    TOO_MANY_TOKENS(ProblemCode.CONFLICT, "too-many-tokens"),
    CURRENCY_FIXED(ProblemCode.CONFLICT, "currency-fixed"),
    ROLE_TOO_HIGH(ProblemCode.FORBIDDEN, "role-too-high"),
    ACCOUNT_INCOMPLETE(ProblemCode.RULE_VIOLATED, "account-incomplete");

    private final ProblemCode code;
    private final String reason;

    AccountRefusal(ProblemCode code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    @Override
    public ProblemCode code() {
        return code;
    }

    @Override
    public String reason() {
        return reason;
    }
}
