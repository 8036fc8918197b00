package org.chancery.service.licensing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new secret: the only time that it is seen.
 *
 * @param secret in the clear
 * @param previousUntil until when the one before it is accepted, or null when it is not any more
 */
public record IssuedSecret(String secret, @Nullable Instant previousUntil) {

    @Override
    public String toString() {
        return "IssuedSecret[previousUntil=" + previousUntil + "]";
    }
}
