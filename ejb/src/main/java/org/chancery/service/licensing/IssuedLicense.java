package org.chancery.service.licensing;

import java.util.UUID;

/**
 * A license just given, with its secret: the only time that it is seen.
 *
 * @param secret in the clear
 */
public record IssuedLicense(UUID id, String secret) {

    @Override
    public String toString() {
        return "IssuedLicense[id=" + id + "]";
    }
}
