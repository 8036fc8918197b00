package org.chancery.service.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.FieldCheck;
import org.chancery.model.account.SettingsRegister;
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
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Accounts: operators open and find them, owners keep them up to date. */
@Stateless
public class AccountService {

    private final Accounts accounts;
    private final Users users;
    private final SettingsRegister settings;
    private final OutboxService outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final ChanceryConfig config;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public AccountService(
            Accounts accounts,
            Users users,
            SettingsRegister settings,
            OutboxService outbox,
            AuditTrail audit,
            Caller caller,
            ChanceryConfig config,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.settings = settings;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public AccountService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * Opens an account; its address becomes the first owner and is told so.
     *
     * @throws InvalidRequestException listing every faulty field
     * @throws DomainException when the address belongs to a user already
     */
    @Audited("account.create")
    @RolesAllowed({Roles.ADMIN, Roles.BILLING, Roles.SUPPORT})
    public AccountView create(AccountDraft draft) {
        AccountDetails details = draft.asNew();
        requireCompany(details);
        EmailAddress email = new EmailAddress(details.email());
        requireFree(email);
        Instant now = clock.instant();
        Account account = new Account(ids.next(), details, now);
        accounts.add(account);
        users.add(new User(ids.next(), account.id(), email, UserRole.OWNER, now));
        outbox.enqueue(MailOrder.of(email, "account-opened", "en", welcome(details)));
        audit.record("account.create", account.id(), account.id(), null, details.toString());
        return AccountView.of(account);
    }

    /** @throws NotFoundException when there is none, or it is another's */
    @ReadOnly
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.OPERATOR_VIEWER})
    public AccountView view(UUID id) {
        caller.requireAccount(id);
        return AccountView.of(accounts.require(id));
    }

    /**
     * Changes what the draft says and keeps what it leaves out. Invoices issued before keep what they were issued with.
     *
     * @throws InvalidRequestException listing every faulty field
     * @throws NotFoundException when there is none, or it is another's
     * @throws DomainException when the currency is fixed
     */
    @Audited("account.change")
    @RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT})
    public AccountView change(UUID id, AccountDraft draft) {
        caller.requireAccount(id);
        Account account = accounts.requireLocked(id);
        AccountDetails before = account.details();
        AccountDetails after = draft.over(before);
        requireCompany(after);
        account.change(after);
        audit.record("account.change", id, id, before.toString(), after.toString());
        return AccountView.of(account);
    }

    /**
     * A page of accounts, the newest first.
     *
     * @param search part of a company's name or address; empty or null for all
     * @param after the last id of the page before, or null for the first page
     * @param limit 1 to 100
     * @throws InvalidRequestException when the limit is out of bounds
     */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public PageOf<AccountView> list(@Nullable String search, @Nullable UUID after, int limit) {
        if (limit < 1 || limit > PageOf.MAX) {
            throw new InvalidRequestException("limit", "range", "must be 1 to " + PageOf.MAX);
        }
        List<Account> found = accounts.page(search == null ? "" : search.strip(), after, limit + 1);
        return PageOf.cut(found, limit, Account::id, AccountView::of);
    }

    /** How many accounts there are. */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public long count() {
        return accounts.count();
    }

    private void requireFree(EmailAddress email) {
        if (users.findByEmail(email).isPresent()) {
            throw new DomainException(AccountRefusal.EMAIL_TAKEN, "The address belongs to a user already");
        }
    }

    // Only an account that opened itself starts without a company.
    private static void requireCompany(AccountDetails details) {
        FieldCheck check = new FieldCheck();
        check.required("company", details.company());
        check.done();
    }

    private Map<String, String> welcome(AccountDetails details) {
        String seller = settings.current().seller().name();
        return Map.of(
                "company",
                details.company(),
                "seller",
                seller == null ? "Chancery" : seller,
                "link",
                config.baseUrl() + "/sign-in");
    }
}
