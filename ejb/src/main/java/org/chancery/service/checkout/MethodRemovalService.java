package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.payment.PaymentMethod;
import org.chancery.model.payment.PaymentMethods;
import org.chancery.model.payment.PaymentRefusal;
import org.chancery.model.payment.Payments;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Takes payment methods away, unless something is charged to them. Knows subscriptions, which the shelf does not. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING})
public class MethodRemovalService {

    /** In these a subscription that is charged will be charged again, or still is. */
    private static final Set<SubscriptionStatus> CHARGED_AGAIN = EnumSet.of(
            SubscriptionStatus.TRIALING,
            SubscriptionStatus.ACTIVE,
            SubscriptionStatus.PAST_DUE,
            SubscriptionStatus.UNPAID);

    private final PaymentMethods methods;
    private final Payments payments;
    private final Subscriptions subscriptions;
    private final Accounts accounts;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public MethodRemovalService(
            PaymentMethods methods,
            Payments payments,
            Subscriptions subscriptions,
            Accounts accounts,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.methods = methods;
        this.payments = payments;
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public MethodRemovalService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null);
    }

    /**
     * What stands against removing a method, so that a page can say it before anybody tries.
     *
     * @return null when nothing does
     * @throws NotFoundException when the account has no such method, or is another's
     */
    @ReadOnly
    public @Nullable PaymentRefusal obstacle(UUID accountId, UUID methodId) {
        caller.requireAccount(accountId);
        return obstacleTo(require(accountId, methodId));
    }

    /**
     * Takes a method away. When it was the default and others are left, the newest of them is the default from now on;
     * nothing is charged automatically then, or the method would have stayed.
     *
     * @throws NotFoundException when the account has no such method, or is another's
     * @throws DomainException when renewals are charged to it, or a charge to it is on its way
     */
    @Audited("payment-method.remove")
    public void remove(UUID accountId, UUID methodId) {
        caller.requireAccount(accountId);
        accounts.requireLocked(accountId);
        PaymentMethod method = require(accountId, methodId);
        PaymentRefusal obstacle = obstacleTo(method);
        if (obstacle != null) {
            throw new DomainException(obstacle, "Payment method " + methodId + " is needed");
        }
        boolean wasDefault = method.isDefault();
        method.remove(clock.instant());
        List<PaymentMethod> left = methods.ofAccount(accountId);
        if (wasDefault && !left.isEmpty()) {
            left.get(left.size() - 1).becomeDefault();
        }
        audit.record("payment-method.remove", accountId, methodId, method.brand() + " " + method.last4(), null);
    }

    private PaymentMethod require(UUID accountId, UUID methodId) {
        return methods.ofAccount(accountId).stream()
                .filter(method -> method.id().equals(methodId))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("payment method", methodId));
    }

    private @Nullable PaymentRefusal obstacleTo(PaymentMethod method) {
        if (payments.isMethodInFlight(method.id())) {
            return PaymentRefusal.METHOD_CHARGED;
        }
        return method.isDefault() && isAnythingCharged(method.accountId()) ? PaymentRefusal.METHOD_NEEDED : null;
    }

    private boolean isAnythingCharged(UUID accountId) {
        @Nullable UUID after = null;
        List<Subscription> page;
        do {
            page = subscriptions.page(accountId, after, PageOf.MAX);
            if (page.stream().anyMatch(MethodRemovalService::isCharged)) {
                return true;
            }
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == PageOf.MAX);
        return false;
    }

    private static boolean isCharged(Subscription subscription) {
        return subscription.collection() == Collection.CHARGE && CHARGED_AGAIN.contains(subscription.status());
    }
}
