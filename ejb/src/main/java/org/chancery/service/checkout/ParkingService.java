package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;

/** Subscriptions whose step failed again and again: left alone rather than guessed about, until an operator has looked. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.BILLING})
public class ParkingService {

    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final AuditTrail audit;

    @Inject
    public ParkingService(Accounts accounts, Subscriptions subscriptions, AuditTrail audit) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.audit = audit;
    }

    @SuppressWarnings("NullAway")
    public ParkingService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /** The longest waiting first. */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public List<ParkedSubscription> list(int limit) {
        return subscriptions.parked(limit).stream()
                .map(parked -> ParkedSubscription.of(parked, accounts.require(parked.accountId())))
                .toList();
    }

    /**
     * Goes on with one. What it missed is made up for step by step, each period once and in order. Does nothing when it is
     * not parked.
     *
     * @throws NotFoundException when there is no such subscription
     */
    @Audited("subscription.unpark")
    public void takeUp(UUID subscriptionId) {
        UUID accountId = subscriptions
                .accountOf(subscriptionId)
                .orElseThrow(() -> new NotFoundException("subscription", subscriptionId));
        accounts.requireLocked(accountId);
        Subscription subscription = subscriptions.requireLocked(subscriptionId);
        if (subscription.isParked()) {
            subscription.unpark();
            audit.record("subscription.unpark", accountId, subscriptionId, "parked", "unparked");
        }
    }
}
