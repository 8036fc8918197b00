package org.chancery.service.account;

import java.io.Serializable;
import java.util.UUID;

/**
 * A new bearer token, the only time it is seen.
 *
 * @param token what a script sends as {@code Authorization: Bearer}
 */
public record IssuedToken(UUID id, String token) implements Serializable {

    /** Without the token. */
    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
