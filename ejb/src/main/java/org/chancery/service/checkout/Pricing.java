package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.ItemKind;
import org.chancery.model.subscription.ItemTerms;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.domain.Bill;
import org.chancery.service.billing.domain.BillComposer;
import org.chancery.service.billing.domain.BillComposer.Discount;
import org.chancery.service.billing.domain.TaxDecision;
import org.chancery.service.catalog.ProductShelves;
import org.chancery.service.catalog.domain.Offer;
import org.chancery.service.catalog.domain.OfferItem;
import org.chancery.service.catalog.domain.OfferRequest;
import org.chancery.service.catalog.domain.PriceList;
import org.chancery.service.catalog.domain.ProductShelf;
import org.chancery.service.coupon.CouponDesk;
import org.jspecify.annotations.Nullable;

/** Prices a choice for an account, the same way for a quote and for the order that follows it. */
@Dependent
class Pricing {

    private final ProductShelves shelves;
    private final BillDesk bills;
    private final Subscriptions subscriptions;
    private final CouponDesk coupons;
    private final Ids ids;
    private final Clock clock;

    /**
     * A choice with its prices, on the shelf it was taken from.
     *
     * @param items as the order will have them
     * @param bill of the first period, or of the first one after the trial
     * @param creditApplied how much account credit pays of it
     * @param nextTotal what the period after that costs
     * @param trialDays 0 without a trial
     * @param discount what a coupon takes off, not redeemed yet, or null
     */
    record Priced(
            ProductShelf shelf,
            Offer offer,
            List<PlannedItem> items,
            Bill bill,
            Money creditApplied,
            Money nextTotal,
            int trialDays,
            @Nullable DiscountTerms discount) {

        Money amountDue() {
            return trialDays > 0 ? Money.zero(bill.currency()) : bill.total().subtract(creditApplied);
        }

        /** What a further year of updates would cost today; empty where none is sold. */
        Optional<Money> furtherUpdates() {
            Money price = offer.items().get(0).unitPrice();
            return shelf.plan(offer.planCode()).flatMap(plan -> plan.furtherUpdates(price));
        }

        /** A text that differs whenever a price or an amount does. */
        String mark() {
            return offer.items().stream()
                    .map(item -> item.priceId() + "*" + item.quantity())
                    .collect(Collectors.joining(
                            ",",
                            "",
                            "|" + bill.discount().minor() + "|" + bill.tax().minor() + "|" + creditApplied.minor() + "|"
                                    + amountDue().minor() + "|" + nextTotal.minor() + "|" + trialDays));
        }
    }

    @Inject
    Pricing(
            ProductShelves shelves,
            BillDesk bills,
            Subscriptions subscriptions,
            CouponDesk coupons,
            Ids ids,
            Clock clock) {
        this.shelves = shelves;
        this.bills = bills;
        this.subscriptions = subscriptions;
        this.coupons = coupons;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param account whose credit and tax count, or null for a price list */
    Priced price(Choice choice, @Nullable Account account) {
        Currency currency = currencyOf(choice, account);
        ProductShelf shelf = shelves.of(choice.product());
        Offer offer =
                new PriceList(shelf).offer(new OfferRequest(choice.plan(), choice.period(), currency, choice.addOns()));
        boolean once = choice.period() == BillingPeriod.ONCE;
        if (once != (offer.kind() == PlanKind.PERPETUAL)) {
            throw new InvalidRequestException("period", "form", "Perpetual licenses are paid once, nothing else is");
        }
        Instant now = clock.instant();
        List<PlannedItem> items = items(offer);
        BillComposer composer =
                account == null ? new BillComposer(currency, TaxDecision.NONE) : bills.composer(account, currency, now);
        ServicePeriod first =
                once ? yearOfUpdates(account, now) : choice.period().nth(now, 0);
        DiscountTerms discount = discount(choice, account, offer, now);
        Bill bill = bill(composer, items, first, discount, 0);
        int trialDays = trialDays(shelf, offer, account);
        Money credit = account == null || trialDays > 0
                ? Money.zero(currency)
                : bills.credit(account, currency, now).min(bill.total());
        Money next = once
                ? Money.zero(currency)
                : bill(composer, items, first, discount, trialDays > 0 ? 0 : 1).total();
        return new Priced(shelf, offer, items, bill, credit, next, trialDays, discount);
    }

    /** What is bought once covers the releases of a year, were it paid now. */
    private static ServicePeriod yearOfUpdates(@Nullable Account account, Instant now) {
        ZoneId zone = account == null ? ZoneOffset.UTC : account.zone();
        LocalDate until = now.atZone(zone).toLocalDate().plusYears(1);
        return new ServicePeriod(now, until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private @Nullable DiscountTerms discount(Choice choice, @Nullable Account account, Offer offer, Instant now) {
        String code = choice.coupon();
        return code == null
                ? null
                : coupons.preview(
                        code,
                        account == null ? null : account.id(),
                        choice.product(),
                        choice.plan(),
                        offer.kind().word(),
                        offer.currency(),
                        now);
    }

    private Bill bill(
            BillComposer composer,
            List<PlannedItem> items,
            ServicePeriod period,
            @Nullable DiscountTerms discount,
            int ordinal) {
        List<LineDraft> charges = bills.periodCharges().of(items, period);
        return composer.bill(composer.discounted(charges, new Discount(discount, ordinal, 0)), Map.of());
    }

    /** A trial is once per account and product. */
    private int trialDays(ProductShelf shelf, Offer offer, @Nullable Account account) {
        int days = shelf.plan(offer.planCode()).map(Plan::trialDays).orElse(0);
        boolean had = days > 0
                && account != null
                && subscriptions.hasHad(account.id(), shelf.product().code());
        return had ? 0 : days;
    }

    private List<PlannedItem> items(Offer offer) {
        List<PlannedItem> items = new ArrayList<>();
        for (OfferItem item : offer.items()) {
            ItemKind kind = item.kind() == OfferItem.Kind.PLAN ? ItemKind.PLAN : ItemKind.ADD_ON;
            items.add(PlannedItem.of(
                    ids.next(),
                    new ItemTerms(
                            kind,
                            item.code(),
                            item.name(),
                            item.quantity(),
                            item.priceId(),
                            item.unitPrice().minor())));
        }
        return items;
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
