package org.chancery.service.account;

import java.util.Set;

/**
 * Whom a bearer token speaks for.
 *
 * @param principalName the name under which the services know the caller
 * @param roles the container roles
 */
public record AuthenticatedToken(String principalName, Set<String> roles) {}
