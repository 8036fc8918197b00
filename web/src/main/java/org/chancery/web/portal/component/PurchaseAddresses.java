package org.chancery.web.portal.component;

import java.util.UUID;
import org.chancery.model.catalog.PlanKind;

/** Where customers find what they bought. */
public final class PurchaseAddresses {

    private PurchaseAddresses() {}

    /** The address of a subscription or perpetual license. */
    public static String home(PlanKind kind, UUID id) {
        return (kind == PlanKind.PERPETUAL ? "/perpetual/" : "/subscriptions/") + id;
    }

    /** The address of the page that an order ends on. */
    public static String done(UUID id) {
        return "/order/" + id + "/done";
    }
}
