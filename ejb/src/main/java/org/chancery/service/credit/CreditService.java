package org.chancery.service.credit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.credit.CreditLedger;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;

/** Shows an account's credit. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class CreditService {

    private static final int ENTRIES = 100;

    private final CreditLedger ledger;
    private final Accounts accounts;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public CreditService(CreditLedger ledger, Accounts accounts, Caller caller, Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.caller = caller;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public CreditService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /** @throws NotFoundException when there is no such account, or it is another's */
    @ReadOnly
    public CreditView of(UUID accountId) {
        caller.requireAccount(accountId);
        Account account = accounts.require(accountId);
        Instant now = clock.instant();
        Currency currency = account.currency();
        CreditView.Balance balance = new CreditView.Balance(
                currency,
                ledger.available(accountId, currency, now).minor(),
                ledger.pending(accountId, currency, now).minor());
        List<CreditView.Entry> entries = ledger.entries(accountId, ENTRIES).stream()
                .map(e -> new CreditView.Entry(
                        e.money().minor(),
                        e.money().currency(),
                        e.kind(),
                        e.reason(),
                        e.isAvailableAt(now),
                        e.createdAt(),
                        e.availableAt()))
                .toList();
        return new CreditView(List.of(balance), entries);
    }
}
