package org.chancery.service.subscription;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Shows subscriptions to those they concern. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class SubscriptionService {

    private final Subscriptions subscriptions;
    private final Caller caller;

    @Inject
    public SubscriptionService(Subscriptions subscriptions, Caller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    @SuppressWarnings("NullAway")
    public SubscriptionService() { // the EJB proxy needs it
        this(null, null);
    }

    /** @throws NotFoundException when there is none, or it is another's */
    @ReadOnly
    public SubscriptionView get(UUID id) {
        Subscription subscription = subscriptions.require(id);
        caller.requireAccount(subscription.accountId());
        return SubscriptionView.of(subscription);
    }

    /**
     * A page, newest first.
     *
     * @param accountId whose; null means the caller's own, or everybody's for an operator
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when the account is another's
     */
    @ReadOnly
    public PageOf<SubscriptionView> list(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        UUID account = accountId == null ? caller.accountId().orElse(null) : accountId;
        if (account != null) {
            caller.requireAccount(account);
        }
        return PageOf.cut(subscriptions.page(account, after, limit + 1), limit, Subscription::id, SubscriptionView::of);
    }

    /** How many there are in this status, whoever's. */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public long count(SubscriptionStatus status) {
        return subscriptions.count(status);
    }
}
