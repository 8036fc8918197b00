package org.chancery.service.platform;

import java.util.List;

/** The configuration cannot be used; the server must not start. Lists every fault, never a value that may be secret. */
public class ConfigurationException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(List<String> faults) {
        super("Chancery cannot start: " + String.join("; ", faults));
    }
}
