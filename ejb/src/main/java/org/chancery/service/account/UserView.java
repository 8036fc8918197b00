package org.chancery.service.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.User;

/**
 * A user as pages and the management API show one.
 *
 * @param role owner, member or viewer
 */
public record UserView(UUID id, String email, String role, Instant createdAt) implements Serializable {

    static UserView of(User user) {
        return new UserView(user.id(), user.email().text(), RoleNames.onWire(user.role()), user.createdAt());
    }
}
