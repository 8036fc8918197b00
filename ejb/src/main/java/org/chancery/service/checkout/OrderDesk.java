package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.Accounts;
import org.chancery.model.checkout.Quote;
import org.chancery.model.checkout.Quotes;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.catalog.domain.Offer;
import org.chancery.service.coupon.CouponDesk;
import org.chancery.service.licensing.GrantLicense;
import org.chancery.service.licensing.IssuedLicense;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.platform.Caller;
import org.jspecify.annotations.Nullable;

/** What an order of either kind begins with: whose it is, what it costs, and what it takes with it. */
@Dependent
class OrderDesk {

    private static final Duration CARD_PATIENCE = Duration.ofHours(23);
    private static final Duration WIRE_PATIENCE = Duration.ofDays(30);

    private final Pricing pricing;
    private final Accounts accounts;
    private final Quotes quotes;
    private final LicenseService licenses;
    private final CouponDesk coupons;
    private final Caller caller;
    private final Clock clock;

    /**
     * What somebody wants, at a price that holds.
     *
     * @param account locked until the transaction ends
     */
    record Wanted(Account account, Choice choice, Pricing.Priced priced) {}

    /**
     * What an order has taken.
     *
     * @param discount what the redeemed coupon takes off, or null without one
     */
    record Taken(IssuedLicense license, @Nullable DiscountTerms discount) {}

    @Inject
    OrderDesk(
            Pricing pricing,
            Accounts accounts,
            Quotes quotes,
            LicenseService licenses,
            CouponDesk coupons,
            Caller caller,
            Clock clock) {
        this.pricing = pricing;
        this.accounts = accounts;
        this.quotes = quotes;
        this.licenses = licenses;
        this.coupons = coupons;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A choice at today's prices.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws DomainException when it is not for sale, or the account is another's
     */
    Wanted chosen(Choice choice) {
        Account account = lock(choice.account());
        return new Wanted(account, choice, pricing.price(choice, account));
    }

    /**
     * What was quoted, for exactly the quoted amounts. The quote is used from now on.
     *
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    Wanted quoted(UUID quoteId) {
        UUID accountId = quotes.accountOf(quoteId).orElseThrow(() -> new NotFoundException("quote", quoteId));
        Account account = lock(accountId);
        Quote quote = quotes.findLocked(quoteId).orElseThrow(() -> new NotFoundException("quote", quoteId));
        Instant now = clock.instant();
        quote.requireAbout(Quote.Kind.ORDER, null, now);
        Choice choice = QuotedWishes.order(accountId, quote.asked());
        Pricing.Priced priced = pricing.price(choice, account);
        quote.use(priced.mark(), now);
        return new Wanted(account, choice, priced);
    }

    /** Locks the account that orders. @param wanted whose, or null for the caller's own */
    Account lock(@Nullable UUID wanted) {
        UUID id = wanted == null
                ? caller.accountId()
                        .orElseThrow(() -> new InvalidRequestException("account", "required", "Whose order is it?"))
                : wanted;
        caller.requireAccount(id);
        return accounts.requireLocked(id);
    }

    /** Fixes the account's currency for good, redeems the coupon and grants the license. @param active whether instances may use it at once */
    Taken take(Wanted wanted, boolean active, Instant now) {
        Offer offer = wanted.priced().offer();
        fixCurrency(wanted.account(), offer.currency());
        DiscountTerms discount = redeem(wanted, offer, now);
        IssuedLicense license = licenses.grant(new GrantLicense(
                wanted.account().id(),
                wanted.choice().product(),
                LicenseGrants.of(wanted.priced().shelf(), offer.planCode(), offer.addOns()),
                active,
                null));
        return new Taken(license, discount);
    }

    private static void fixCurrency(Account account, Currency currency) {
        AccountDetails details = account.details();
        if (!details.currency().equals(currency)) {
            account.change(details.payingIn(currency));
        }
        account.fixCurrency();
    }

    private @Nullable DiscountTerms redeem(Wanted wanted, Offer offer, Instant now) {
        String code = wanted.choice().coupon();
        return code == null
                ? null
                : coupons.reserve(
                        code,
                        wanted.account().id(),
                        wanted.choice().product(),
                        offer.planCode(),
                        offer.kind().word(),
                        offer.currency(),
                        now);
    }

    /** How long an order waits for its payment. */
    static Duration patience(Collection collection) {
        return collection == Collection.WIRE ? WIRE_PATIENCE : CARD_PATIENCE;
    }
}
