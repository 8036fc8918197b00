package org.chancery.web.edge;

/** Who may open a page at all; what they may do there is for the services to say. */
public enum Access {
    /** Everybody, signed in or not. */
    PUBLIC,
    /** A signed-in user of a customer. */
    CUSTOMER,
    /** A signed-in operator of the vendor. */
    OPERATOR,
    /** Everybody, in the sandbox only; in production the page does not exist. */
    SANDBOX
}
