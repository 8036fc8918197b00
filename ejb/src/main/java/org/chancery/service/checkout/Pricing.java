package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Currency;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.credit.CreditLedger;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.catalog.ProductShelves;
import org.chancery.service.catalog.domain.Offer;
import org.chancery.service.catalog.domain.OfferRequest;
import org.chancery.service.catalog.domain.PriceList;
import org.chancery.service.catalog.domain.ProductShelf;
import org.chancery.service.checkout.domain.OrderAmounts;
import org.jspecify.annotations.Nullable;

/** Prices a choice for an account, the same way for a quote and for the order that follows it. */
@Dependent
class Pricing {

    /** A choice with its prices, on the shelf it was taken from. */
    record Priced(ProductShelf shelf, Offer offer, OrderAmounts amounts) {}

    private final ProductShelves shelves;
    private final CreditLedger ledger;
    private final Clock clock;

    @Inject
    Pricing(ProductShelves shelves, CreditLedger ledger, Clock clock) {
        this.shelves = shelves;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param account whose credit is used, or null for a price list */
    Priced price(Choice choice, @Nullable Account account) {
        if (choice.period() == BillingPeriod.ONCE) {
            throw new InvalidRequestException("period", "form", "A subscription is paid by month or year");
        }
        Currency currency = currencyOf(choice, account);
        ProductShelf shelf = shelves.of(choice.product());
        Offer offer =
                new PriceList(shelf).offer(new OfferRequest(choice.plan(), choice.period(), currency, choice.addOns()));
        Money credit = account == null ? Money.zero(currency) : available(account.id(), currency);
        return new Priced(shelf, offer, OrderAmounts.of(offer, credit));
    }

    private Money available(UUID accountId, Currency currency) {
        Money available = ledger.available(accountId, currency, clock.instant());
        return available.isNegative() ? Money.zero(currency) : available;
    }

    private static Currency currencyOf(Choice choice, @Nullable Account account) {
        if (choice.currency() == null) {
            if (account == null) {
                throw new InvalidRequestException("currency", "required", "A price list needs a currency");
            }
            return account.currency();
        }
        Currency currency = parse(choice.currency());
        if (account != null && account.isCurrencyFixed() && !account.currency().equals(currency)) {
            throw new DomainException(
                    AccountRefusal.CURRENCY_FIXED, "Account " + account.id() + " pays in " + account.currency());
        }
        return currency;
    }

    private static Currency parse(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("currency", "currency", "Not an ISO 4217 currency");
        }
    }
}
