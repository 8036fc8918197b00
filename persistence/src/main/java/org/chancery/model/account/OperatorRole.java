package org.chancery.model.account;

/** What the vendor's staff may do. Billing and support stand side by side; everybody may read. */
public enum OperatorRole {
    ADMIN,
    BILLING,
    SUPPORT,
    VIEWER;

    /** True when whoever has this role may do all that the other one may. */
    public boolean covers(OperatorRole other) {
        return this == other || this == ADMIN || other == VIEWER;
    }

    /** What a token of this role may still do when its operator has that role now: never more than both allow. */
    public OperatorRole within(OperatorRole ofOwner) {
        if (ofOwner.covers(this)) {
            return this;
        }
        return covers(ofOwner) ? ofOwner : VIEWER;
    }
}
