package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.Roles;
import org.chancery.service.subscription.SubscriptionView;

/** How a subscription is paid from its next invoice on. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING})
public class CollectionService {

    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final InvoiceIssuing issuing;
    private final Reversal reversal;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public CollectionService(
            Accounts accounts,
            Subscriptions subscriptions,
            InvoiceIssuing issuing,
            Reversal reversal,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.issuing = issuing;
        this.reversal = reversal;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public CollectionService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null);
    }

    /**
     * Charged automatically or by transfer from the next invoice on. The invoice of a period that has not started is taken
     * back when it is to be charged instead.
     *
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when it is not running, or can't be paid this way
     */
    @Audited("subscription.collection")
    public SubscriptionView collectBy(UUID subscriptionId, Collection collection) {
        UUID accountId = subscriptions
                .accountOf(subscriptionId)
                .orElseThrow(() -> new NotFoundException("subscription", subscriptionId));
        caller.requireAccount(accountId);
        Account account = accounts.requireLocked(accountId);
        Subscription subscription = subscriptions.requireLocked(subscriptionId);
        subscription.requireRunning();
        issuing.requirePossible(account.id(), collection);
        String before = subscription.collection().word();
        if (subscription.collection() != collection) {
            reversal.takeBackAhead(subscription, clock.instant());
            subscription.collectBy(collection);
        }
        audit.record("subscription.collection", accountId, subscriptionId, before, collection.word());
        return SubscriptionView.of(subscription);
    }
}
