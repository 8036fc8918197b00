package org.chancery.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.chancery.service.platform.ChanceryConfig;

/**
 * Names the session cookie: {@code __Host-chancery} and Secure behind https, plain {@code chancery} on http, where a
 * browser would drop the other. SameSite=Lax stands in undertow-handlers.conf, since the descriptor's is ignored.
 */
@WebListener
public class SessionCookieSetup implements ServletContextListener {

    @Inject
    private ChanceryConfig config;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName(config.isHttps() ? "__Host-chancery" : "chancery");
        cookie.setSecure(config.isHttps());
        cookie.setHttpOnly(true);
        cookie.setPath("/");
    }
}
