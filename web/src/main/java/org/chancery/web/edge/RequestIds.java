package org.chancery.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import org.chancery.model.platform.Ids;
import org.slf4j.MDC;

/**
 * Gives each request the id under which its log lines and its error answers are found. A listener, for the caller is
 * authenticated before the first filter, and what fails there must be found as well.
 */
@WebListener
public class RequestIds implements ServletRequestListener {

    private static final String REQUEST_ID = "request_id";

    @Inject
    private Ids ids;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        String id = ids.next().toString();
        event.getServletRequest().setAttribute(ErrorAnswers.REQUEST_ID, id);
        MDC.put(REQUEST_ID, id);
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        MDC.remove(REQUEST_ID);
    }
}
