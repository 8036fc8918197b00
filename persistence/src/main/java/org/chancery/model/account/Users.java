package org.chancery.model.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.NotFoundException;

/** The people of all accounts. An address belongs to one user only. */
public interface Users {

    void add(User user);

    void remove(User user);

    Optional<User> find(UUID id);

    Optional<User> findByEmail(EmailAddress email);

    /** @throws NotFoundException when the account has no such user: another account's looks the same */
    default User require(UUID accountId, UUID id) {
        return find(id).filter(user -> user.accountId().equals(accountId))
                .orElseThrow(() -> new NotFoundException("user", id));
    }

    /** Everybody of the account, the longest there first. */
    List<User> of(UUID accountId);
}
