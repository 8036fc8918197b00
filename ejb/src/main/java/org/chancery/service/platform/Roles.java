package org.chancery.service.platform;

/** The roles of DESIGN's people and programs, as the container knows them. */
public final class Roles {

    /** Everything in the own account. */
    public static final String OWNER = "owner";
    /** Orders, changes, instances, domains, brands and secrets in the own account. */
    public static final String MEMBER = "member";
    /** Reads the own account, no secrets. */
    public static final String VIEWER = "viewer";
    /** The vendor's administrator: everything. */
    public static final String ADMIN = "operator-admin";
    /** The vendor's bookkeeper: money, coupons, accounts, subscriptions. */
    public static final String BILLING = "operator-billing";
    /** The vendor's support: accounts, licenses, instances, domains, brands, mail; reads money. */
    public static final String SUPPORT = "operator-support";
    /** The vendor's onlooker: reads. */
    public static final String OPERATOR_VIEWER = "operator-viewer";
    /** Jobs and start-up, never a person. */
    public static final String SYSTEM = "system";

    private Roles() {}
}
