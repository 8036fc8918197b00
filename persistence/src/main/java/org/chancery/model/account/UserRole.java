package org.chancery.model.account;

/** What a user or an account's token may do in its account. Each role may do all that the next one may. */
public enum UserRole {
    OWNER,
    MEMBER,
    VIEWER;

    /** True when whoever has this role may do all that the other one may. */
    public boolean covers(UserRole other) {
        return ordinal() <= other.ordinal();
    }
}
