package org.chancery.web.wellknown;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.service.licensing.KeyService;
import org.chancery.service.licensing.port.PublicJwk;
import org.chancery.web.api.json.JsonSetup;

/**
 * The public keys and the addresses of the API. A servlet, because a second Jakarta REST application would have to repeat
 * the providers of the first.
 */
@WebServlet({WellKnownServlet.KEYS, WellKnownServlet.CONFIGURATION})
public class WellKnownServlet extends HttpServlet {

    static final String KEYS = "/.well-known/jwks.json";
    static final String CONFIGURATION = "/.well-known/license-configuration";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient KeyService keys;

    /** A JWK set, RFC 7517. */
    public record JwkSet(List<PublicJwk> keys) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(KEYS)) {
            // A client that meets an unknown kid asks again anyway; a rotated key is announced by none other.
            response.setHeader("Cache-Control", "public, max-age=300");
            write(response, new JwkSet(keys.publicKeys()));
        } else {
            write(response, keys.configuration());
        }
    }

    private static void write(HttpServletResponse response, Object body) throws IOException {
        byte[] json = JsonSetup.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
