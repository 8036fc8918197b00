package org.chancery.service.sandbox;

/** The people that a fresh sandbox knows, by their addresses. */
public final class SandboxAddresses {

    /** An administrator of the vendor, who signs in to the console without a second factor. */
    public static final String OPERATOR = "operator@example.org";

    /** The owner of the sample account, who signs in to the portal. */
    public static final String CUSTOMER = "ana@example.org";

    private SandboxAddresses() {}
}
