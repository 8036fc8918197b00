package org.chancery.service.credit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.FieldCheck;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.credit.CreditKind;
import org.chancery.model.credit.CreditLedger;
import org.chancery.model.credit.CreditRefusal;
import org.chancery.model.money.Money;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.credit.domain.CreditAllocation;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows an account's credit; operators grant and correct it. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class CreditService {

    private static final Logger LOG = LoggerFactory.getLogger(CreditService.class);
    private static final long MOST = 1_000_000_000_000L;
    private static final int MAX_REASON = 300;

    private final CreditLedger ledger;
    private final Accounts accounts;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public CreditService(
            CreditLedger ledger, Accounts accounts, Caller caller, AuditTrail audit, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public CreditService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /**
     * The balances, and a page of the entries, newest first.
     *
     * @param after the last id of the page before, or null for the first page
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when there is no such account, or it is another's
     */
    @ReadOnly
    public CreditView of(UUID accountId, @Nullable UUID after, int limit) {
        caller.requireAccount(accountId);
        Account account = accounts.require(accountId);
        Instant now = clock.instant();
        List<CreditView.Balance> balances = balances(account, now);
        Map<UUID, Long> left = left(accountId, balances);
        PageOf<CreditView.Entry> page = PageOf.cut(
                ledger.entries(accountId, after, limit + 1),
                limit,
                CreditEntry::id,
                entry -> view(entry, left.getOrDefault(entry.id(), 0L), now));
        return new CreditView(balances, page.data(), page.next());
    }

    /**
     * Gives credit that can be used at once, or takes some back.
     *
     * @throws InvalidRequestException listing every faulty field
     * @throws NotFoundException when there is no such account
     * @throws DomainException 308 when the currency is not the account's, or more would be taken than can be used
     */
    @Audited("credit.grant")
    @RolesAllowed({Roles.ADMIN, Roles.BILLING})
    public GrantedCredit grant(UUID accountId, CreditGrant grant) {
        Movement movement = read(grant);
        Account account = accounts.requireLocked(accountId);
        return append(account, movement);
    }

    /**
     * As {@link #grant}, for a person who was told the balance before and after: nothing is recorded when that is no
     * longer true, so that pressing twice, or two people at once, give the credit once.
     *
     * @param available what the account could use when the person was told, in minor units
     * @throws DomainException also 303 when it can use something else by now
     */
    @Audited("credit.grant")
    @RolesAllowed({Roles.ADMIN, Roles.BILLING})
    public GrantedCredit grantAsTold(UUID accountId, CreditGrant grant, long available) {
        Movement movement = read(grant);
        Account account = accounts.requireLocked(accountId);
        if (ledger.available(accountId, account.currency(), clock.instant()).minor() != available) {
            throw new DomainException(CommonRefusal.CONFLICT, "The credit of " + accountId + " moved in the meantime");
        }
        return append(account, movement);
    }

    /** What was typed, once it is known to make sense. */
    private record Movement(Money change, String reason) {}

    private static Movement read(CreditGrant grant) {
        FieldCheck check = new FieldCheck();
        Long amount = grant.amount();
        if (amount == null) {
            check.fault("amount", "required", "must not be empty");
        } else if (amount == 0 || amount > MOST || amount < -MOST) {
            check.fault("amount", "range", "must not be 0, and at most " + MOST + " either way");
        }
        Currency currency = check.currency("currency", grant.currency());
        String reason = check.line("reason", grant.reason(), MAX_REASON);
        check.required("reason", reason);
        check.done();
        return new Movement(new Money(amount == null ? 0 : amount, currency), reason);
    }

    private GrantedCredit append(Account account, Movement movement) {
        Instant now = clock.instant();
        Money change = movement.change();
        if (!change.currency().equals(account.currency())) {
            throw new DomainException(
                    CreditRefusal.OTHER_CURRENCY, "Account " + account.id() + " pays in " + account.currency());
        }
        Money before = ledger.available(account.id(), account.currency(), now);
        Money after = before.add(change);
        if (change.isNegative() && after.isNegative()) {
            throw new DomainException(CreditRefusal.BELOW_ZERO, "Account " + account.id() + " has less than that");
        }
        List<CreditEntry> journal = CreditEntry.journal(
                ids,
                account.id(),
                change,
                new CreditEntry.Movement(CreditKind.GRANT, movement.reason(), null, now, now));
        ledger.append(journal);
        CreditEntry entry = journal.get(0);
        audit.record("credit.grant", account.id(), entry.id(), text(before), text(after) + ": " + movement.reason());
        LOG.info("credit.granted account={} amount={}", account.id(), change.minor());
        return new GrantedCredit(view(entry, Math.max(0, change.minor()), now), balances(account, now));
    }

    private List<CreditView.Balance> balances(Account account, Instant now) {
        List<CreditView.Balance> balances = new ArrayList<>();
        balances.add(balance(account.id(), account.currency(), now));
        // Credit given before the first order fixed another currency is still owed.
        ledger.currencies(account.id()).stream()
                .filter(currency -> !currency.equals(account.currency()))
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .map(currency -> balance(account.id(), currency, now))
                .filter(balance -> balance.available() != 0 || balance.pending() != 0)
                .forEach(balances::add);
        return balances;
    }

    private CreditView.Balance balance(UUID accountId, Currency currency, Instant now) {
        return new CreditView.Balance(
                currency,
                ledger.available(accountId, currency, now).minor(),
                ledger.pending(accountId, currency, now).minor());
    }

    private Map<UUID, Long> left(UUID accountId, List<CreditView.Balance> balances) {
        Map<UUID, Long> left = new HashMap<>();
        for (CreditView.Balance balance : balances) {
            Money sum = balance.availableMoney().add(balance.pendingMoney());
            left.putAll(
                    CreditAllocation.of(ledger.latestGains(accountId, sum), sum).left());
        }
        return left;
    }

    private static CreditView.Entry view(CreditEntry entry, long left, Instant now) {
        return new CreditView.Entry(
                entry.id(),
                entry.money().minor(),
                entry.money().currency(),
                left,
                entry.kind(),
                entry.reason(),
                entry.isAvailableAt(now),
                entry.createdAt(),
                entry.availableAt());
    }

    private static String text(Money money) {
        return money.minor() + " " + money.currency();
    }
}
