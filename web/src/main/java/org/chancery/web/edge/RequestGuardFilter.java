package org.chancery.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.chancery.service.platform.ChanceryConfig;

/**
 * Refuses what no part of the application should ever see: unknown methods, foreign hosts, cross-origin posts, swollen
 * headers.
 */
public class RequestGuardFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MAX_PARAMETERS = 500;
    private static final int MAX_COOKIES = 50;

    @Inject
    private transient ChanceryConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(ErrorAnswers.HEADER, ErrorAnswers.referenceOf(request));
        int refusal = refusalOf(request);
        if (refusal == 0) {
            chain.doFilter(request, response);
        } else {
            response.sendError(refusal);
        }
    }

    /** @return the status to refuse with, or 0 to let the request pass */
    private int refusalOf(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        if (!isOurHost(request.getServerName())) {
            return 421; // Misdirected Request, RFC 9110
        }
        if (count(request.getHeader("Cookie"), ';') >= MAX_COOKIES
                || count(request.getQueryString(), '&') >= MAX_PARAMETERS
                || !hasReadableParameters(request)) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (!SAFE_METHODS.contains(request.getMethod()) && !Paths.isApi(request) && isCrossOrigin(request)) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        return 0;
    }

    private boolean isOurHost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.equals(config.baseUrl().getHost().toLowerCase(Locale.ROOT));
    }

    /** The server throws while it parses a form beyond its limits; that is the sender's fault, not ours. */
    private static boolean hasReadableParameters(HttpServletRequest request) {
        if (Paths.isApi(request)) {
            return true; // bodies of the API are JSON, read by the resource
        }
        try {
            return request.getParameterMap().size() <= MAX_PARAMETERS;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * Browsers say where an unsafe request comes from (Fetch Metadata, and Origin before it). The API takes no cookies,
     * so it needs none of this.
     */
    private static boolean isCrossOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return site == null; // neither header: no browser of this decade sent a form
        }
        int authority = origin.indexOf("://");
        return authority < 0 || !origin.substring(authority + 3).equalsIgnoreCase(request.getHeader("Host"));
    }

    private static int count(@org.jspecify.annotations.Nullable String text, char mark) {
        return text == null ? 0 : (int) text.chars().filter(c -> c == mark).count();
    }
}
