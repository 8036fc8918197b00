package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.model.account.Account;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.catalog.Plan;
import org.chancery.model.money.Money;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.domain.Bill;
import org.chancery.service.catalog.ProductShelves;
import org.chancery.service.catalog.domain.Holding;
import org.chancery.service.catalog.domain.OfferRequest;
import org.chancery.service.catalog.domain.PriceList;
import org.chancery.service.catalog.domain.ProductShelf;

/** Prices a further year of updates: a share of what the plan costs today. */
@Dependent
class UpdatesPricing {

    /** What the line of the invoice is, beside {@code plan} and {@code add_on}. */
    private static final String KIND = "updates";

    private final ProductShelves shelves;
    private final BillDesk bills;
    private final Ids ids;

    @Inject
    UpdatesPricing(ProductShelves shelves, BillDesk bills, Ids ids) {
        this.shelves = shelves;
        this.bills = bills;
        this.ids = ids;
    }

    /**
     * A further year with its price.
     *
     * @param until the last release date that is covered then, were it paid now
     */
    record Priced(Bill bill, Money creditApplied, LocalDate until) {

        Money amountDue() {
            return bill.total().subtract(creditApplied);
        }
    }

    /** @throws DomainException when the plan sells no further years */
    Priced price(PerpetualLicense perpetual, Account account, Instant now) {
        ZoneId zone = account.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate until = perpetual.renewedUntil(today);
        ServicePeriod year = new ServicePeriod(
                perpetual.renewedFrom(today).atStartOfDay(zone).toInstant(),
                until.plusDays(1).atStartOfDay(zone).toInstant());
        PlannedItem item = perpetual.planItem();
        LineDraft line = LineDraft.charge(
                ids.next(),
                item.itemId(),
                KIND,
                "Software updates, " + item.name(),
                1,
                share(perpetual).minor(),
                year,
                false);
        Bill bill = bills.composer(account, perpetual.currency(), now).bill(List.of(line), Map.of());
        return new Priced(bill, bills.credit(account, bill.currency(), now).min(bill.total()), until);
    }

    private Money share(PerpetualLicense perpetual) {
        ProductShelf shelf = shelves.of(perpetual.productCode());
        Plan plan = shelf.plan(perpetual.planItem().code()).orElseThrow();
        // Who has the plan may renew though it is retired, yet at what it costs now.
        Map<String, Integer> addOns = perpetual.items().stream()
                .collect(Collectors.toMap(PlannedItem::code, PlannedItem::quantity, Integer::max));
        Holding holding = new Holding(plan.id(), Set.of(), addOns);
        Money price = new PriceList(shelf)
                .offer(new OfferRequest(plan.code(), BillingPeriod.ONCE, perpetual.currency(), Map.of(), holding))
                .items()
                .get(0)
                .unitPrice();
        return plan.furtherUpdates(price)
                .orElseThrow(() -> new DomainException(
                        PerpetualRefusal.UPDATES_NOT_OFFERED, "Plan " + plan.code() + " sells none"));
    }
}
