package org.chancery.service.checkout;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.checkout.Quote;
import org.chancery.model.checkout.Quotes;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.catalog.domain.OfferItem;
import org.chancery.service.checkout.domain.OrderAmounts;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.Unaudited;

/** Says what a choice costs and holds the price for half an hour. */
@Stateless
@PermitAll // without an account a quote is a price list, which everybody may read
public class QuoteService {

    private final Pricing pricing;
    private final Accounts accounts;
    private final Quotes quotes;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public QuoteService(Pricing pricing, Accounts accounts, Quotes quotes, Caller caller, Ids ids, Clock clock) {
        this.pricing = pricing;
        this.accounts = accounts;
        this.quotes = quotes;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public QuoteService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /**
     * The price of a choice. For an account it can be ordered by; without one it is a price list: no tax, no credit.
     *
     * @throws InvalidRequestException naming unknown products, plans, add-ons or currencies
     * @throws DomainException when the choice is not for sale, or the account is another's
     */
    @Unaudited("a quote binds nobody but us and is gone in half an hour")
    public QuoteView quote(Choice choice) {
        Optional<Account> account = accountOf(choice);
        Pricing.Priced priced = pricing.price(choice, account.orElse(null));
        Instant now = clock.instant();
        Quote quote = new Quote(
                ids.next(),
                account.map(Account::id).orElse(null),
                choice.product(),
                choice.plan(),
                choice.period(),
                priced.offer().currency(),
                choice.addOns(),
                priced.amounts().mark(),
                now);
        quotes.add(quote);
        return view(quote, priced.amounts(), now);
    }

    private Optional<Account> accountOf(Choice choice) {
        UUID id = choice.account() == null ? caller.accountId().orElse(null) : choice.account();
        if (id == null) {
            return Optional.empty();
        }
        caller.requireAccount(id);
        return Optional.of(accounts.require(id));
    }

    private static QuoteView view(Quote quote, OrderAmounts amounts, Instant now) {
        List<QuoteView.Line> lines =
                amounts.offer().items().stream().map(QuoteService::line).toList();
        Instant nextAt = amounts.offer().period().nth(now, 0).end();
        return new QuoteView(
                quote.id(),
                quote.expiresAt(),
                quote.currency(),
                lines,
                amounts.subtotal().minor(),
                amounts.discount().minor(),
                amounts.tax().minor(),
                amounts.total().minor(),
                amounts.creditApplied().minor(),
                0,
                amounts.amountDue().minor(),
                now,
                new QuoteView.Next(nextAt, amounts.next().minor()));
    }

    private static QuoteView.Line line(OfferItem item) {
        return new QuoteView.Line(
                item.kind().name().toLowerCase(java.util.Locale.ROOT),
                item.code(),
                item.name(),
                item.quantity(),
                item.unitPrice().minor(),
                item.total().minor());
    }
}
