package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.ItemKind;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.subscription.SubscriptionTerms;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Roles;
import org.chancery.service.subscription.SubscriptionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places orders: one transaction makes the subscription, its license, the invoice and the attempt to charge it, or none
 * of them. {@link CheckoutService} goes on from there.
 */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING})
public class OrderService {

    private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);

    private final OrderDesk desk;
    private final InvoiceIssuing invoicing;
    private final Settlement settlement;
    private final Subscriptions subscriptions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public OrderService(
            OrderDesk desk,
            InvoiceIssuing invoicing,
            Settlement settlement,
            Subscriptions subscriptions,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.invoicing = invoicing;
        this.settlement = settlement;
        this.subscriptions = subscriptions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public OrderService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null);
    }

    /**
     * Orders a choice at today's prices.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws DomainException when it is not for sale, can't be paid this way, or the account is another's or incomplete
     */
    @Audited("subscription.order")
    public OrderView place(Choice choice, Collection collection) {
        return order(desk.chosen(choice), collection);
    }

    /**
     * Orders what was quoted, for exactly the quoted amounts.
     *
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    @Audited("subscription.order")
    public OrderView placeQuoted(UUID quoteId, Collection collection) {
        return order(desk.quoted(quoteId), collection);
    }

    private OrderView order(OrderDesk.Wanted wanted, Collection collection) {
        Account account = wanted.account();
        Choice choice = wanted.choice();
        Pricing.Priced priced = wanted.priced();
        if (choice.period() == BillingPeriod.ONCE) {
            throw new InvalidRequestException("period", "form", "A subscription is paid by month or year");
        }
        account.requireComplete();
        boolean trial = priced.trialDays() > 0;
        if (!trial) {
            invoicing.requirePossible(account.id(), collection);
        }
        Instant now = clock.instant();
        OrderDesk.Taken taken = desk.take(wanted, trial, now);
        Subscription subscription = subscription(wanted, taken, collection, now);
        subscriptions.add(subscription);
        audit.record(
                "subscription.order",
                account.id(),
                subscription.id(),
                null,
                priced.offer().planCode());
        LOG.info(
                "subscription.ordered subscription={} plan={}",
                subscription.id(),
                priced.offer().planCode());
        if (trial) {
            subscription.startTrial(now, now.plus(Duration.ofDays(priced.trialDays())));
            return new OrderView(
                    SubscriptionView.of(subscription), taken.license().secret(), null, null);
        }
        InvoiceIssuing.Issued issued = invoicing.issue(
                InvoicePurpose.FIRST,
                InvoiceSubject.subscription(account.id(), subscription.id(), subscription.periodKey()),
                priced.bill(),
                collection,
                now);
        settlement.settle(issued.invoice(), now);
        return new OrderView(
                SubscriptionView.of(subscription),
                taken.license().secret(),
                InvoiceView.of(issued.invoice()),
                issued.attempt());
    }

    private Subscription subscription(
            OrderDesk.Wanted wanted, OrderDesk.Taken taken, Collection collection, Instant now) {
        Account account = wanted.account();
        Pricing.Priced priced = wanted.priced();
        List<SubscriptionItem> items = priced.items().stream()
                .map(item -> new SubscriptionItem(item.itemId(), item.terms(), item.kind() == ItemKind.PLAN ? 0 : 1))
                .toList();
        SubscriptionTerms terms = new SubscriptionTerms(
                account.id(),
                taken.license().id(),
                wanted.choice().product(),
                wanted.choice().period(),
                collection,
                priced.offer().currency(),
                items,
                account.zone(),
                taken.discount());
        return new Subscription(ids.next(), terms, now, now.plus(OrderDesk.patience(collection)));
    }
}
