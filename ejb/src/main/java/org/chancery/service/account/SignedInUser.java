package org.chancery.service.account;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Theme;
import org.chancery.model.account.User;
import org.chancery.service.platform.CallerIdentity;

/**
 * A customer's user who proved an address.
 *
 * @param role as on the wire: owner, member or viewer
 * @param company what the account is called; empty until {@code /welcome}
 * @param accountComplete false until the company is known: then {@code /welcome} comes first
 */
public record SignedInUser(
        UUID userId,
        UUID accountId,
        String email,
        String role,
        Set<String> roles,
        String language,
        Theme theme,
        String timeZone,
        String company,
        boolean accountComplete)
        implements Serializable {

    /** The name of the caller principal. */
    public String principalName() {
        return CallerIdentity.user(userId, accountId).toPrincipalName();
    }

    static SignedInUser of(User user, Account account) {
        return new SignedInUser(
                user.id(),
                user.accountId(),
                user.email().text(),
                RoleNames.onWire(user.role()),
                RoleNames.of(user.role()),
                user.language(),
                user.theme(),
                account.zone().getId(),
                account.details().company(),
                account.isComplete());
    }
}
