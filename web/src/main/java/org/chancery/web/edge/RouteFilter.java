package org.chancery.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.web.security.SignedIn;

/** Maps clean addresses to pages and sends those who are not signed in to the right door first. */
public class RouteFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** The request attribute that holds the clean address of a routed page. */
    public static final String ADDRESS = "org.chancery.route.address";

    private static final String QUERY = "org.chancery.route.query";

    @Inject
    private transient ChanceryConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String address = Paths.of(request);
        if (address.equals("/")) {
            response.sendRedirect("/overview");
            return;
        }
        if (address.endsWith(".xhtml") && !Paths.isStatic(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND); // pages have one address each, and it is not this
            return;
        }
        Optional<RouteTable.Hit> hit = RouteTable.find(address);
        if (hit.isEmpty()) {
            chain.doFilter(request, response);
        } else if (isOpen(hit.get().route().access(), request, response)) {
            request.setAttribute(ADDRESS, address);
            request.setAttribute(QUERY, request.getQueryString());
            request.getRequestDispatcher(viewOf(hit.get())).forward(request, response);
        }
    }

    /** The clean address of a routed page with the query it was opened with; empty for other pages. */
    static Optional<String> wholeAddress(Map<String, Object> requestMap) {
        Object query = requestMap.get(QUERY);
        return Optional.ofNullable((String) requestMap.get(ADDRESS))
                .map(address -> query == null ? address : address + "?" + query);
    }

    /** Answers the request itself, by a redirect or a refusal, when the page is not open to the caller. */
    private boolean isOpen(Access access, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SignedIn> user = SignedIn.of(request);
        switch (access) {
            case PUBLIC -> {
                return true;
            }
            case SANDBOX -> {
                if (config.isSandbox()) {
                    return true;
                }
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
            case CUSTOMER -> {
                if (user.isPresent() && !user.get().isOperator()) {
                    return true;
                }
                turnAway(user, "/sign-in", request, response);
            }
            case OPERATOR -> {
                if (user.isPresent() && user.get().isOperator()) {
                    return true;
                }
                turnAway(user, "/console/sign-in", request, response);
            }
        }
        return false;
    }

    private static void turnAway(
            Optional<SignedIn> user, String door, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (user.isPresent()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect(door + "?next=" + encoded(wanted));
    }

    private static String viewOf(RouteTable.Hit hit) {
        if (hit.parameters().isEmpty()) {
            return hit.route().view();
        }
        return hit.route().view()
                + hit.parameters().entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
