package org.chancery.web.security;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Puts {@link ChanceryAuthentication} before every request. Registered by itself rather than found as an
 * {@code HttpAuthenticationMechanism}: for each of those the container looks up CDI and the bean twice a request, which was a
 * twelfth of what the server spent on a check.
 */
@WebListener
public class AuthenticationSetup implements ServletContextListener {

    @Inject
    private ChanceryAuthentication authentication;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        AuthConfigFactory.getFactory().registerServerAuthModule(authentication, event.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
    }
}
