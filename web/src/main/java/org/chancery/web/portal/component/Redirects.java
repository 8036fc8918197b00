package org.chancery.web.portal.component;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Redirects to clean addresses; every act ends with one, so that a reload repeats nothing. */
public final class Redirects {

    private Redirects() {}

    public static void to(FacesContext faces, String address) throws IOException {
        faces.getExternalContext().redirect(address);
        faces.responseComplete();
    }

    /** The address with the one to go on to behind it. */
    public static String withNext(String address, @Nullable String next) {
        return next == null || next.isEmpty()
                ? address
                : address + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
