package org.chancery.web.portal.license;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The new license secrets of this session, each until its owner says that it is stored. */
@SessionScoped
public class FreshSecrets implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<UUID, String> byLicense = new HashMap<>();

    synchronized void keep(UUID license, String secret) {
        byLicense.put(license, secret);
    }

    /** The secret, until it is acknowledged; empty after that and in every other session. */
    synchronized Optional<String> of(UUID license) {
        return Optional.ofNullable(byLicense.get(license));
    }

    synchronized void acknowledge(UUID license) {
        byLicense.remove(license);
    }

    @Override
    public String toString() {
        return "FreshSecrets[...]"; // holds secrets
    }
}
