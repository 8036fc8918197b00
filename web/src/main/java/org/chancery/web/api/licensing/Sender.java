package org.chancery.web.api.licensing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.chancery.service.licensing.PresentedSecret;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its sender. License and check secrets are no principals, so they are read here and looked up by
 * the service.
 */
@Dependent
public class Sender {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_ADDRESS = 64;
    private static final PresentedSecret NONE = new PresentedSecret("");

    @Inject
    private HttpServletRequest request;

    /** The bearer token; an empty one when there is none, which no secret is equal to. */
    public PresentedSecret secret() {
        return bearer(request.getHeader("Authorization"));
    }

    /** The address the request came from, as the server sees it. */
    public String address() {
        String address = request.getRemoteAddr();
        return address.length() <= LONGEST_ADDRESS ? address : address.substring(0, LONGEST_ADDRESS);
    }

    static PresentedSecret bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? new PresentedSecret(header.substring(SCHEME.length()))
                : NONE;
    }
}
