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
import org.chancery.web.api.problem.Problems;
import org.chancery.web.portal.component.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error that leaves the application passes here: a problem for machines, a page for people, never a trace. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ErrorServlet.class);

    @Inject
    private transient Problems problems;

    @Inject
    private transient Languages languages;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (code == null) { // somebody opened /error itself
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
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
            request.getRequestDispatcher("/WEB-INF/pages/error/" + pageOf(status) + ".xhtml")
                    .forward(new AsGet(request), response);
        }
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
