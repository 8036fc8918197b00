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
import org.chancery.service.licensing.port.CannotSignException;
import org.chancery.service.licensing.port.PublicJwk;
import org.chancery.web.api.json.JsonSetup;
import org.chancery.web.api.problem.Problems;
import org.chancery.web.edge.ErrorAnswers;
import org.chancery.web.portal.component.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys and the addresses of the API. A servlet, because a second Jakarta REST application would have to repeat
 * the providers of the first.
 */
@WebServlet({WellKnownServlet.KEYS, WellKnownServlet.CONFIGURATION})
public class WellKnownServlet extends HttpServlet {

    static final String KEYS = "/.well-known/jwks.json";
    static final String CONFIGURATION = "/.well-known/license-configuration";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(WellKnownServlet.class);

    @Inject
    private transient KeyService keys;

    @Inject
    private transient Problems problems;

    @Inject
    private transient Languages languages;

    /** A JWK set, RFC 7517. */
    public record JwkSet(List<PublicJwk> keys) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(KEYS)) {
            writeKeys(request, response);
        } else {
            write(response, keys.configuration());
        }
    }

    private void writeKeys(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            JwkSet published = new JwkSet(keys.publicKeys());
            // A client that meets an unknown kid asks again anyway; a rotated key is announced by none other.
            response.setHeader("Cache-Control", "public, max-age=300");
            write(response, published);
        } catch (CannotSignException e) {
            String reference = ErrorAnswers.referenceOf(request);
            LOG.error("keys.unpublished reference={}", reference, e);
            problems.write(problems.ofStatus(503, languages.of(request), reference), response);
        }
    }

    private static void write(HttpServletResponse response, Object body) throws IOException {
        byte[] json = JsonSetup.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
