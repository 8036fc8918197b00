package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.Accounts;
import org.chancery.model.checkout.Quote;
import org.chancery.model.checkout.Quotes;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.ItemKind;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.catalog.domain.Offer;
import org.chancery.service.catalog.domain.OfferItem;
import org.chancery.service.licensing.GrantLicense;
import org.chancery.service.licensing.IssuedLicense;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.Roles;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;
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

    private final Pricing pricing;
    private final OrderInvoicing invoicing;
    private final Settlement settlement;
    private final Accounts accounts;
    private final Quotes quotes;
    private final Subscriptions subscriptions;
    private final LicenseService licenses;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public OrderService(
            Pricing pricing,
            OrderInvoicing invoicing,
            Settlement settlement,
            Accounts accounts,
            Quotes quotes,
            Subscriptions subscriptions,
            LicenseService licenses,
            Caller caller,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.pricing = pricing;
        this.invoicing = invoicing;
        this.settlement = settlement;
        this.accounts = accounts;
        this.quotes = quotes;
        this.subscriptions = subscriptions;
        this.licenses = licenses;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public OrderService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Orders a choice at today's prices.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws DomainException when it is not for sale, can't be paid this way, or the account is another's or incomplete
     */
    @Audited("subscription.order")
    public OrderView place(Choice choice, Collection collection) {
        Account account = lockAccount(choice.account());
        return order(account, choice, pricing.price(choice, account), collection);
    }

    /**
     * Orders what was quoted, for exactly the quoted amounts.
     *
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    @Audited("subscription.order")
    public OrderView placeQuoted(UUID quoteId, Collection collection) {
        UUID accountId = quotes.accountOf(quoteId).orElseThrow(() -> new NotFoundException("quote", quoteId));
        Account account = lockAccount(accountId);
        Quote quote = quotes.findLocked(quoteId).orElseThrow(() -> new NotFoundException("quote", quoteId));
        Choice choice = new Choice(
                accountId,
                quote.productCode(),
                quote.planCode(),
                quote.billingPeriod(),
                quote.currency().getCurrencyCode(),
                quote.addOns());
        Pricing.Priced priced = pricing.price(choice, account);
        quote.use(priced.amounts().mark(), clock.instant());
        return order(account, choice, priced, collection);
    }

    private Account lockAccount(@Nullable UUID wanted) {
        UUID id = wanted == null
                ? caller.accountId()
                        .orElseThrow(() -> new InvalidRequestException("account", "required", "Whose order is it?"))
                : wanted;
        caller.requireAccount(id);
        return accounts.requireLocked(id);
    }

    private OrderView order(Account account, Choice choice, Pricing.Priced priced, Collection collection) {
        account.requireComplete();
        invoicing.requirePossible(account.id(), collection);
        Instant now = clock.instant();
        Offer offer = priced.offer();
        fixCurrency(account, offer.currency());
        IssuedLicense license =
                licenses.grant(new GrantLicense(account.id(), choice.product(), LicenseGrants.of(priced), false, null));
        Subscription subscription = new Subscription(
                ids.next(),
                account.id(),
                license.id(),
                choice.product(),
                choice.period(),
                collection,
                offer.currency(),
                items(offer),
                now);
        subscriptions.add(subscription);
        OrderInvoicing.Issued issued =
                invoicing.issueFirst(subscription, priced.amounts().creditApplied(), now);
        settlement.settle(issued.invoice(), now);
        audit.record("subscription.order", account.id(), subscription.id(), null, offer.planCode());
        LOG.info("subscription.ordered subscription={} plan={}", subscription.id(), offer.planCode());
        return new OrderView(
                SubscriptionView.of(subscription),
                license.secret(),
                InvoiceView.of(issued.invoice()),
                issued.attempt());
    }

    /** The first order fixes the account's currency for good. */
    private static void fixCurrency(Account account, Currency currency) {
        AccountDetails details = account.details();
        if (!details.currency().equals(currency)) {
            account.change(details.payingIn(currency));
        }
        account.fixCurrency();
    }

    private List<SubscriptionItem> items(Offer offer) {
        List<SubscriptionItem> items = new ArrayList<>();
        for (OfferItem item : offer.items()) {
            ItemKind kind = item.kind() == OfferItem.Kind.PLAN ? ItemKind.PLAN : ItemKind.ADD_ON;
            items.add(new SubscriptionItem(
                    ids.next(),
                    kind,
                    item.code(),
                    item.name(),
                    item.quantity(),
                    item.priceId(),
                    item.unitPrice(),
                    items.size()));
        }
        return items;
    }
}
