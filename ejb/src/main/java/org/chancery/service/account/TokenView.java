package org.chancery.service.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token without the token: that was shown once.
 *
 * @param role what it may do, as on the wire
 * @param lastUsedAt to the hour, or null
 */
public record TokenView(UUID id, String name, String role, Instant createdAt, @Nullable Instant lastUsedAt)
        implements Serializable {

    static TokenView of(AccessToken token) {
        String role = token.accountId().isPresent()
                ? RoleNames.onWire(token.userRole())
                : RoleNames.onWire(token.operatorRole());
        return new TokenView(token.id(), token.name(), role, token.createdAt(), token.lastUsedAt());
    }
}
