package org.chancery.web.api.idempotency;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.chancery.model.idempotency.IdempotencyRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.idempotency.IdempotencyService;
import org.chancery.service.idempotency.KeyedCall;
import org.chancery.web.api.problem.Problem;
import org.chancery.web.api.problem.Problems;
import org.chancery.web.edge.BodyTooLargeException;
import org.chancery.web.edge.ErrorAnswers;
import org.chancery.web.portal.component.Languages;

/**
 * Keys belong to the caller's token or license and the path, for 24 hours: same body, same answer; another body 422;
 * still running 409. Only 2xx are kept, so a refused call may be tried again under its key.
 */
public class IdempotencyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 255;
    private static final String ACTIVATION = "/api/v1/instances";

    @Inject
    private transient IdempotencyService calls;

    @Inject
    private transient Problems problems;

    @Inject
    private transient Languages languages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String key = request.getHeader(HEADER);
        String caller = request.getHeader("Authorization");
        if (key == null || caller == null || !"POST".equals(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        try {
            requireKey(key);
            RepeatableRequest repeatable = RepeatableRequest.read(request);
            KeyedCall call = new KeyedCall(caller, request.getRequestURI(), key, repeatable.bodyHash());
            runOrRefuse(call, repeatable, response, chain);
        } catch (DomainException refused) {
            refuse(refused, request, response);
        } catch (BodyTooLargeException e) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    /**
     * A node that died between its work and the keeping of the answer leaves a key in progress. Orders stay refused then,
     * but an activation recognises its own repetition, so it is let through: no instance waits a day for our crash.
     */
    private void runOrRefuse(KeyedCall call, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            new OncePerKey(calls).run(call, request, response, chain);
        } catch (DomainException refused) {
            if (refused.refusal() != IdempotencyRefusal.IN_PROGRESS
                    || !call.path().equals(ACTIVATION)) {
                throw refused;
            }
            chain.doFilter(request, response);
        }
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new InvalidRequestException(
                    List.of(new FieldError(HEADER, "form", "1 to 255 printable ASCII characters without spaces")));
        }
    }

    private void refuse(DomainException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = problems.ofRefusal(refused, languages.of(request), ErrorAnswers.referenceOf(request));
        Object retryAfter = refused.details().get(Problems.RETRY_AFTER);
        if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter.toString());
        }
        problems.write(problem, response);
    }
}
