package org.chancery.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.chancery.web.api.problem.Problems;
import org.chancery.web.portal.component.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error that leaves the application passes here: a problem for machines, a page for people, never a trace. */
@WebServlet(ErrorServlet.ADDRESS)
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ErrorServlet.class);
    static final String ADDRESS = "/error";
    private static final String REFERENCE = "reference";
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    private transient Problems problems;

    @Inject
    private transient Languages languages;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (code == null) { // somebody opened /error itself
            String reference = String.valueOf(request.getParameter(REFERENCE));
            if (IDS.matcher(reference).matches()) {
                showFault(reference, request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
            return;
        }
        int status = (Integer) code;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        logFault(request, path);
        response.setHeader(ErrorAnswers.HEADER, ErrorAnswers.referenceOf(request)); // the guard may not have come to it
        if (Paths.isApi(path)) {
            problems.write(
                    problems.ofStatus(status, languages.of(request), ErrorAnswers.referenceOf(request)), response);
        } else {
            show(pageOf(status), request, response);
        }
    }

    /** Where a browser is sent whose script met a fault; the log has the rest under the reference. */
    static String addressOf(String reference) {
        return ADDRESS + "?" + REFERENCE + "=" + reference;
    }

    private static void showFault(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(ErrorAnswers.REQUEST_ID, reference);
        response.setHeader(ErrorAnswers.HEADER, reference);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        show("fault", request, response);
    }

    private static void show(String page, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/pages/error/" + page + ".xhtml").forward(new AsGet(request), response);
    }

    private static void logFault(HttpServletRequest request, String path) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            LOG.error("request.failed reference={} path={}", ErrorAnswers.referenceOf(request), path, fault);
        }
    }

    private static String pageOf(int status) {
        return switch (status) {
            case 401, 403 -> "forbidden";
            case 404 -> "not-found";
            case 400, 405, 413, 414, 421 -> "refused";
            default -> status >= 500 ? "fault" : "refused";
        };
    }

    /** The page is shown whatever the failed request was: Faces would answer a method it does not know with a 400. */
    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
