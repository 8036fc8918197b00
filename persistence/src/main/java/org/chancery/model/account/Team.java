package org.chancery.model.account;

import java.util.List;
import org.chancery.model.platform.DomainException;

/** All people of one account, and the one rule over them: somebody always owns it. */
public record Team(List<User> users) {

    public Team {
        users = List.copyOf(users);
    }

    /** @throws DomainException when the account would be left without an owner */
    public void requireOwnerBesides(User leaving) {
        if (leaving.isOwner() && users.stream().noneMatch(user -> user.isOwner() && !user.equals(leaving))) {
            throw new DomainException(
                    AccountRefusal.LAST_OWNER, "User " + leaving.id() + " is the last owner of " + leaving.accountId());
        }
    }
}
