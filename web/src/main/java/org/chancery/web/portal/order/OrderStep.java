package org.chancery.web.portal.order;

import java.util.Locale;

/** The steps of an order, in their order. */
public enum OrderStep {
    PRODUCT,
    PLAN,
    CUSTOMISE,
    BILLING,
    SUMMARY;

    /** The last part of its address and of its text's key. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
