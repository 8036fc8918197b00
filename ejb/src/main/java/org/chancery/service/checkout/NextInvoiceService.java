package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.money.Money;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;

/** Says what a subscription will ask for next, if nobody changes anything until then. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class NextInvoiceService {

    private final Subscriptions subscriptions;
    private final Accounts accounts;
    private final BillDesk bills;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public NextInvoiceService(
            Subscriptions subscriptions, Accounts accounts, BillDesk bills, Caller caller, Clock clock) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.bills = bills;
        this.caller = caller;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public NextInvoiceService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /**
     * What comes next, the scheduled change and all that waits included. Empty when nothing more is asked for, while the
     * subscription has not started or is suspended, and when that invoice is out already.
     *
     * @throws NotFoundException when there is no such subscription, or it is another's
     */
    @ReadOnly
    public Optional<NextInvoiceView> of(UUID subscriptionId) {
        Subscription subscription = subscriptions.require(subscriptionId);
        caller.requireAccount(subscription.accountId());
        SubscriptionStatus status = subscription.status();
        Optional<ServicePeriod> current = subscription.currentPeriod();
        if (!status.isRunning()
                || status == SubscriptionStatus.UNPAID
                || subscription.isInvoicedAhead()
                || current.isEmpty()) {
            return Optional.empty();
        }
        return next(subscription, accounts.require(subscription.accountId()), current.get());
    }

    private Optional<NextInvoiceView> next(Subscription subscription, Account account, ServicePeriod current) {
        Instant now = clock.instant();
        List<LineDraft> waiting = bills.waiting(subscription.id());
        Optional<Instant> before = subscription.pendingDueAt(); // in a year nothing waits that long
        boolean alone = before.isPresent() || subscription.cancelAt().isPresent();
        if (alone && waiting.isEmpty()) {
            return Optional.empty();
        }
        Money total = bills.nextTotal(
                account,
                subscription,
                alone ? List.of() : itemsThen(subscription),
                new ServicePeriod(current.end(), current.end().plusSeconds(1)),
                subscription.nextOrdinal(),
                waiting,
                now);
        return Optional.of(new NextInvoiceView(subscription.id(), before.orElse(current.end()), total));
    }

    private static List<PlannedItem> itemsThen(Subscription subscription) {
        return subscription
                .scheduledChange()
                .map(PlanChange::target)
                .map(PlanChange.Target::items)
                .orElseGet(() -> BillDesk.itemsOf(subscription));
    }
}
