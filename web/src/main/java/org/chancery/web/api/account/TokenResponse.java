package org.chancery.web.api.account;

import java.util.UUID;
import org.chancery.service.account.IssuedToken;

/** A new bearer token, the only time it is seen. */
public record TokenResponse(UUID id, String token) {

    static TokenResponse of(IssuedToken issued) {
        return new TokenResponse(issued.id(), issued.token());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TokenResponse[" + id + "]";
    }
}
