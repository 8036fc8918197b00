package org.chancery.service.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.account.SignInPlace;
import org.chancery.model.account.User;
import org.chancery.model.account.UserRole;
import org.chancery.model.account.Users;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/** How customers come in: an address, a code by mail, done. Whether an address is known shows only to who proves it. */
@Stateless
@PermitAll
public class SignInService {

    private final SignInDoor door;
    private final Accounts accounts;
    private final Users users;
    private final SettingsRegister settings;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public SignInService(
            SignInDoor door,
            Accounts accounts,
            Users users,
            SettingsRegister settings,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.door = door;
        this.accounts = accounts;
        this.users = users;
        this.settings = settings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public SignInService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null);
    }

    /**
     * Mails a code to the address; all addresses look alike. The mail is queued, not sent in this call.
     *
     * @param email as typed
     * @param network the caller's network address
     * @param attempt the random value of this browser's attempt cookie, at least 128 bits
     * @throws InvalidRequestException when the address is none
     * @throws DomainException 113 with {@code retryAfter} when there were too many
     */
    @Unaudited("a code that was asked for proves nothing yet")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void start(@Nullable String email, String network, String attempt) {
        door.begin(EmailAddress.require("email", email), SignInPlace.PORTAL, network, attempt, true);
    }

    /**
     * Signs in whoever proves the address. An unknown one becomes the owner of a new account, unless that is switched
     * off.
     *
     * @param code as typed
     * @throws DomainException when the code is not accepted, whatever the reason; or new accounts are not opened
     */
    @Audited("account.sign-in")
    public SignedInUser finish(String attempt, @Nullable String code) {
        EmailAddress email = door.prove(attempt, SignInPlace.PORTAL, code).email();
        User user = users.findByEmail(email).orElseGet(() -> register(email));
        audit.record("account.sign-in", user.accountId(), user.id(), null, null);
        return SignedInUser.of(user, accounts.require(user.accountId()));
    }

    /** The user as of now, for sessions that outlive a change: empty when the user is gone. */
    @ReadOnly
    public Optional<SignedInUser> revalidate(UUID userId) {
        return users.find(userId).map(user -> SignedInUser.of(user, accounts.require(user.accountId())));
    }

    private User register(EmailAddress email) {
        SettingsValues values = settings.current();
        if (!values.selfRegistration()) {
            throw new DomainException(AccountRefusal.SELF_REGISTRATION_OFF, "Nobody knows this address");
        }
        Instant now = clock.instant();
        // Stand-ins until the owner has given the company's own on /welcome.
        String country =
                values.seller().country() == null ? "DE" : values.seller().country();
        AccountDetails details = AccountDetails.of("", email.text(), "EUR", country, "UTC", null, "");
        Account account = new Account(ids.next(), details, now);
        accounts.add(account);
        User owner = new User(ids.next(), account.id(), email, UserRole.OWNER, now);
        users.add(owner);
        audit.record("account.register", account.id(), account.id(), null, "owner=" + owner.id());
        return owner;
    }
}
