package org.chancery.service.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.RateScope;
import org.chancery.model.account.Team;
import org.chancery.model.account.Theme;
import org.chancery.model.account.User;
import org.chancery.model.account.UserRole;
import org.chancery.model.account.Users;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.notification.MailOrder;
import org.chancery.service.notification.OutboxService;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** The people of an account. Whoever changes the team locks the account first, so that an owner always remains. */
@Stateless
public class UserService {

    private final Accounts accounts;
    private final Users users;
    private final RateGuard guard;
    private final OutboxService outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final ChanceryConfig config;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public UserService(
            Accounts accounts,
            Users users,
            RateGuard guard,
            OutboxService outbox,
            AuditTrail audit,
            Caller caller,
            ChanceryConfig config,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.guard = guard;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public UserService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null);
    }

    /** Everybody of the account, the longest there first. @throws NotFoundException when it is another's */
    @ReadOnly
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.OPERATOR_VIEWER})
    public List<UserView> list(UUID accountId) {
        caller.requireAccount(accountId);
        accounts.require(accountId);
        return users.of(accountId).stream().map(UserView::of).toList();
    }

    /**
     * Adds a person, who is told so by mail and signs in by that address.
     *
     * @param role owner, member or viewer
     * @throws InvalidRequestException naming the faulty field
     * @throws DomainException when the address belongs to a user already, or 113 after too many invitations
     */
    @Audited("user.add")
    @RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT})
    public UserView add(UUID accountId, @Nullable String email, @Nullable String role) {
        caller.requireAccount(accountId);
        EmailAddress address = EmailAddress.require("email", email);
        UserRole userRole = RoleNames.userRole(role);
        Account account = accounts.requireLocked(accountId);
        if (users.findByEmail(address).isPresent()) {
            throw new DomainException(AccountRefusal.EMAIL_TAKEN, "The address belongs to a user already");
        }
        guard.count(RateScope.INVITATIONS, accountId.toString());
        User user = new User(ids.next(), accountId, address, userRole, clock.instant());
        users.add(user);
        outbox.enqueue(MailOrder.of(address, "invitation", "en", invitation(account, userRole)));
        audit.record("user.add", accountId, user.id(), null, RoleNames.onWire(userRole));
        return UserView.of(user);
    }

    /** @throws DomainException when the account would be left without an owner */
    @Audited("user.role")
    @RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT})
    public UserView changeRole(UUID accountId, UUID userId, @Nullable String role) {
        caller.requireAccount(accountId);
        UserRole after = RoleNames.userRole(role);
        accounts.requireLocked(accountId);
        User user = users.require(accountId, userId);
        UserRole before = user.role();
        if (after != UserRole.OWNER) {
            new Team(users.of(accountId)).requireOwnerBesides(user);
        }
        user.takeRole(after);
        audit.record("user.role", accountId, userId, RoleNames.onWire(before), RoleNames.onWire(after));
        return UserView.of(user);
    }

    /**
     * Removes a person; sessions of theirs end at their next request.
     *
     * @throws DomainException when the account would be left without an owner
     */
    @Audited("user.remove")
    @RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT})
    public void remove(UUID accountId, UUID userId) {
        caller.requireAccount(accountId);
        accounts.requireLocked(accountId);
        User user = users.require(accountId, userId);
        new Team(users.of(accountId)).requireOwnerBesides(user);
        users.remove(user);
        audit.record("user.remove", accountId, userId, RoleNames.onWire(user.role()), null);
    }

    /**
     * How the signed-in user wants pages to speak and look.
     *
     * @param language a BCP 47 tag of at most 12 characters
     * @throws InvalidRequestException when the language is none
     */
    @Audited("user.preferences")
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER})
    public void prefer(String language, Theme theme) {
        Locale locale = Locale.forLanguageTag(language);
        if (language.length() > 12 || locale.getLanguage().isEmpty()) {
            throw new InvalidRequestException("language", "language", "must be a language tag such as en");
        }
        UUID id = caller.id().orElseThrow(() -> new NotFoundException("user", "nobody"));
        User user = users.find(id).orElseThrow(() -> new NotFoundException("user", id));
        String before = user.language() + ", " + user.theme();
        user.prefer(locale.toLanguageTag(), theme);
        audit.record("user.preferences", user.accountId(), id, before, user.language() + ", " + user.theme());
    }

    private Map<String, String> invitation(Account account, UserRole role) {
        String company = account.details().company();
        return Map.of(
                "company",
                company.isEmpty() ? account.details().email() : company,
                "role",
                RoleNames.onWire(role),
                "link",
                config.baseUrl() + "/sign-in");
    }
}
