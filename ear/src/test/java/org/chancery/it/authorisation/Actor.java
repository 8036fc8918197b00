package org.chancery.it.authorisation;

import java.util.Locale;

/** The callers of the table, in the order of its columns. */
public enum Actor {
    ANONYMOUS,
    VIEWER,
    MEMBER,
    OWNER,
    OTHER,
    OPERATOR_VIEWER,
    SUPPORT,
    BILLING,
    ADMIN;

    public boolean isOperator() {
        return ordinal() >= OPERATOR_VIEWER.ordinal();
    }

    /** The role as the wire writes it; anonymous callers have none. */
    String role() {
        return switch (this) {
            case OTHER -> "owner";
            case OPERATOR_VIEWER -> "viewer";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
