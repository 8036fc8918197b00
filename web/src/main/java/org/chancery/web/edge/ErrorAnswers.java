package org.chancery.web.edge;

import jakarta.servlet.http.HttpServletRequest;

/** What an error answer may say about a request: its id, under which the log has the rest. */
public final class ErrorAnswers {

    /** The request attribute that holds the request's id; {@link RequestIds} sets it before anything may fail. */
    public static final String REQUEST_ID = "org.chancery.request.id";

    /** The header that tells every caller the id of its request. */
    public static final String HEADER = "X-Request-Id";

    private ErrorAnswers() {}

    public static String referenceOf(HttpServletRequest request) {
        Object id = request.getAttribute(REQUEST_ID);
        return id == null ? "" : id.toString();
    }
}
