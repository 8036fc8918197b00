package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.checkout.Quote;
import org.chancery.model.checkout.Quotes;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.ItemKind;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.subscription.SubscriptionTerms;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.catalog.domain.Offer;
import org.chancery.service.coupon.CouponDesk;
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

    private static final Duration CARD_PATIENCE = Duration.ofHours(23);
    private static final Duration WIRE_PATIENCE = Duration.ofDays(30);

    private final Pricing pricing;
    private final InvoiceIssuing invoicing;
    private final Settlement settlement;
    private final Accounts accounts;
    private final Quotes quotes;
    private final Subscriptions subscriptions;
    private final LicenseService licenses;
    private final CouponDesk coupons;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public OrderService(
            Pricing pricing,
            InvoiceIssuing invoicing,
            Settlement settlement,
            Accounts accounts,
            Quotes quotes,
            Subscriptions subscriptions,
            LicenseService licenses,
            CouponDesk coupons,
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
        this.coupons = coupons;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public OrderService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null, null, null);
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
        quote.requireAbout(Quote.Kind.ORDER, null, clock.instant());
        Choice choice = QuotedWishes.order(accountId, quote.asked());
        Pricing.Priced priced = pricing.price(choice, account);
        quote.use(priced.mark(), clock.instant());
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
        if (choice.period() == BillingPeriod.ONCE) {
            throw new InvalidRequestException("period", "form", "A subscription is paid by month or year");
        }
        account.requireComplete();
        boolean trial = priced.trialDays() > 0;
        if (!trial) {
            invoicing.requirePossible(account.id(), collection);
        }
        Instant now = clock.instant();
        Offer offer = priced.offer();
        fixCurrency(account, offer.currency());
        DiscountTerms discount = redeem(account, choice, offer, now);
        IssuedLicense license = licenses.grant(new GrantLicense(
                account.id(),
                choice.product(),
                LicenseGrants.of(priced.shelf(), offer.planCode(), offer.addOns()),
                trial,
                null));
        Subscription subscription = subscription(account, license, choice, priced, collection, discount, now);
        subscriptions.add(subscription);
        audit.record("subscription.order", account.id(), subscription.id(), null, offer.planCode());
        LOG.info("subscription.ordered subscription={} plan={}", subscription.id(), offer.planCode());
        if (trial) {
            subscription.startTrial(now, now.plus(Duration.ofDays(priced.trialDays())));
            return new OrderView(SubscriptionView.of(subscription), license.secret(), null, null);
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
                license.secret(),
                InvoiceView.of(issued.invoice()),
                issued.attempt());
    }

    private @Nullable DiscountTerms redeem(Account account, Choice choice, Offer offer, Instant now) {
        String code = choice.coupon();
        return code == null
                ? null
                : coupons.reserve(
                        code,
                        account.id(),
                        choice.product(),
                        offer.planCode(),
                        offer.kind().word(),
                        offer.currency(),
                        now);
    }

    private Subscription subscription(
            Account account,
            IssuedLicense license,
            Choice choice,
            Pricing.Priced priced,
            Collection collection,
            @Nullable DiscountTerms discount,
            Instant now) {
        List<SubscriptionItem> items = priced.items().stream()
                .map(item -> new SubscriptionItem(item.itemId(), item.terms(), item.kind() == ItemKind.PLAN ? 0 : 1))
                .toList();
        SubscriptionTerms terms = new SubscriptionTerms(
                account.id(),
                license.id(),
                choice.product(),
                choice.period(),
                collection,
                priced.offer().currency(),
                items,
                account.zone(),
                discount);
        return new Subscription(ids.next(), terms, now, now.plus(patience(collection)));
    }

    /** How long a first order waits for its payment. */
    static Duration patience(Collection collection) {
        return collection == Collection.WIRE ? WIRE_PATIENCE : CARD_PATIENCE;
    }

    /** The first order fixes the account's currency for good. */
    static void fixCurrency(Account account, Currency currency) {
        AccountDetails details = account.details();
        if (!details.currency().equals(currency)) {
            account.change(details.payingIn(currency));
        }
        account.fixCurrency();
    }
}
