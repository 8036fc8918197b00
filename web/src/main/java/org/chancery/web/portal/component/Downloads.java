package org.chancery.web.portal.component;

/** What anybody can download here. */
public final class Downloads {

    /** The address of the client: one jar that runs beside the vendor's product, or inside it. */
    public static final String CLIENT = "/downloads/chancery-client.jar";

    private Downloads() {}
}
