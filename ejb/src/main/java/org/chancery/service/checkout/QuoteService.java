package org.chancery.service.checkout;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.checkout.Quote;
import org.chancery.model.checkout.Quotes;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/** Says what an order, a change or a cancellation costs and holds the price for half an hour. */
@Stateless
@PermitAll // without an account a quote is a price list, which everybody may read
public class QuoteService {

    private final Pricing pricing;
    private final ChangeDesk changes;
    private final Endings endings;
    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final Quotes quotes;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public QuoteService(
            Pricing pricing,
            ChangeDesk changes,
            Endings endings,
            Accounts accounts,
            Subscriptions subscriptions,
            Quotes quotes,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.pricing = pricing;
        this.changes = changes;
        this.endings = endings;
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.quotes = quotes;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public QuoteService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * The price of a choice. For an account it can be ordered by; without one it is a price list: no tax, no credit.
     *
     * @throws InvalidRequestException naming unknown products, plans, add-ons, currencies or coupons
     * @throws DomainException when the choice is not for sale, or the account is another's
     */
    @Unaudited("a quote binds nobody but us and is gone in half an hour")
    public QuoteView quote(Choice choice) {
        Optional<Account> account = accountOf(choice);
        Pricing.Priced priced = pricing.price(choice, account.orElse(null));
        Instant now = clock.instant();
        Quote.Asked asked = new Quote.Asked(
                Quote.Kind.ORDER,
                null,
                choice.product(),
                choice.plan(),
                choice.period(),
                priced.offer().currency(),
                choice.addOns(),
                choice.coupon(),
                null,
                null);
        Quote quote = kept(account.map(Account::id).orElse(null), asked, priced.mark(), now);
        return QuoteViews.order(quote, priced, now, nextAt(choice, priced, now));
    }

    /** When the next payment falls due; null for what is paid once. */
    private static @Nullable Instant nextAt(Choice choice, Pricing.Priced priced, Instant now) {
        if (choice.period() == BillingPeriod.ONCE) {
            return null;
        }
        return priced.trialDays() > 0
                ? now.plus(Duration.ofDays(priced.trialDays()))
                : choice.period().nth(now, 0).end();
    }

    /**
     * What a change of a subscription costs, as of now.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when the change is not possible now
     */
    @Unaudited("a quote binds nobody but us and is gone in half an hour")
    public QuoteView quoteChange(ChangeWish wish) {
        Subscription subscription = require(wish.subscription());
        Account account = accounts.require(subscription.accountId());
        Instant now = clock.instant();
        PreparedChange prepared = changes.prepare(subscription, account, wish, now, now, caller.isOperator());
        Quote.Asked asked = new Quote.Asked(
                Quote.Kind.CHANGE,
                subscription.id(),
                subscription.productCode(),
                prepared.target().planCode(),
                prepared.target().billingPeriod(),
                subscription.currency(),
                wish.addOns(),
                null,
                wish.when(),
                wish.invoice());
        Quote quote = kept(account.id(), asked, prepared.mark(), now);
        return QuoteViews.change(quote, prepared, subscription.cancelAt().isEmpty());
    }

    /**
     * What canceling a subscription now gives back, or asks for.
     *
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when it has not started, or is over
     */
    @Unaudited("a quote binds nobody but us and is gone in half an hour")
    public QuoteView quoteCancellation(UUID subscriptionId) {
        Subscription subscription = require(subscriptionId);
        subscription.requireRunning();
        Account account = accounts.require(subscription.accountId());
        Instant now = clock.instant();
        PreparedChange prepared = endings.preview(subscription, account, now, now);
        Quote.Asked asked = new Quote.Asked(
                Quote.Kind.CANCEL,
                subscription.id(),
                subscription.productCode(),
                subscription.planItem().code(),
                subscription.billingPeriod(),
                subscription.currency(),
                Map.of(),
                null,
                ChangeTiming.NOW,
                null);
        return QuoteViews.change(kept(account.id(), asked, prepared.mark(), now), prepared, false);
    }

    /**
     * How often what was quoted is paid.
     *
     * @throws NotFoundException when there is no such quote, or it is another's
     */
    @ReadOnly
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING})
    public BillingPeriod periodOf(UUID quoteId) {
        caller.requireAccount(quotes.accountOf(quoteId).orElseThrow(() -> new NotFoundException("quote", quoteId)));
        return quotes.periodOf(quoteId).orElseThrow(() -> new NotFoundException("quote", quoteId));
    }

    private Quote kept(@Nullable UUID account, Quote.Asked asked, String mark, Instant now) {
        Quote quote = new Quote(ids.next(), account, asked, mark, now);
        quotes.add(quote);
        return quote;
    }

    private Subscription require(UUID id) {
        Subscription subscription = subscriptions.require(id);
        caller.requireAccount(subscription.accountId());
        return subscription;
    }

    private Optional<Account> accountOf(Choice choice) {
        UUID id = choice.account() == null ? caller.accountId().orElse(null) : choice.account();
        if (id == null) {
            return Optional.empty();
        }
        caller.requireAccount(id);
        return Optional.of(accounts.require(id));
    }
}
