package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.billing.BilledLine;
import org.chancery.model.billing.Invoices;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.billing.PendingLine;
import org.chancery.model.billing.PendingLines;
import org.chancery.model.credit.CreditLedger;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.domain.Bill;
import org.chancery.service.billing.domain.BillComposer;
import org.chancery.service.billing.domain.BillComposer.Discount;
import org.chancery.service.billing.domain.DaysBetween;
import org.chancery.service.billing.domain.ItemChanges;
import org.chancery.service.billing.domain.PeriodCharges;
import org.chancery.service.billing.domain.PeriodMeter;
import org.chancery.service.billing.domain.StandingCharges;
import org.chancery.service.billing.domain.TaxDecision;
import org.chancery.service.billing.domain.TaxRules;
import org.chancery.service.catalog.domain.ProductShelf;

/** Puts what is stored before the arithmetic, and makes bills of it. Previews and issues pass here alike. */
@Dependent
class BillDesk {

    private final SettingsRegister settings;
    private final Invoices invoices;
    private final PendingLines pendingLines;
    private final CreditLedger ledger;
    private final Ids ids;

    @Inject
    BillDesk(SettingsRegister settings, Invoices invoices, PendingLines pendingLines, CreditLedger ledger, Ids ids) {
        this.settings = settings;
        this.invoices = invoices;
        this.pendingLines = pendingLines;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** What an account can use now, never negative. */
    Money credit(Account account, Currency currency, Instant now) {
        Money available = ledger.available(account.id(), currency, now);
        return available.isNegative() ? Money.zero(currency) : available;
    }

    /** How a sale to the account is taxed at this instant. */
    TaxDecision tax(Account account, Instant at) {
        SettingsValues values = settings.current();
        AccountDetails buyer = account.details();
        return TaxRules.decide(
                values.seller().country(),
                buyer.country(),
                buyer.taxId(),
                values.taxRates(),
                at.atZone(account.zone()).toLocalDate());
    }

    BillComposer composer(Account account, Currency currency, Instant at) {
        return new BillComposer(currency, tax(account, at));
    }

    PeriodCharges periodCharges() {
        return new PeriodCharges(ids);
    }

    DaysBetween daysBetween(Subscription subscription, ProductShelf shelf) {
        return new DaysBetween(meter(subscription, shelf), ids);
    }

    private static PeriodMeter meter(Subscription subscription, ProductShelf shelf) {
        return new PeriodMeter(shelf.product().proration(), subscription.zone());
    }

    /**
     * What pays for something after this instant, or waits for an invoice. All of the current period is looked at, for
     * what was given back of a charge may have been for days that have passed.
     */
    StandingCharges standing(Subscription subscription, Instant at) {
        return standingSince(subscription, startBefore(subscription, at));
    }

    private StandingCharges standingSince(Subscription subscription, Instant from) {
        return new StandingCharges(invoices.servingAfter(subscription.id(), from), pendingLines.of(subscription.id()));
    }

    /**
     * The same as if an invoice had been taken back.
     *
     * @param waiting what would wait then
     */
    StandingCharges standingWithout(UUID invoiceId, List<LineDraft> waiting, Subscription subscription, Instant at) {
        return new StandingCharges(
                invoices.servingAfter(subscription.id(), startBefore(subscription, at)).stream()
                        .filter(invoice -> !invoice.id().equals(invoiceId))
                        .toList(),
                waiting.stream()
                        .map(line -> new PendingLine(subscription.id(), line, at))
                        .toList());
    }

    private static Instant startBefore(Subscription subscription, Instant at) {
        Instant start = subscription.currentPeriod().map(ServicePeriod::start).orElse(at);
        return start.isBefore(at) ? start : at;
    }

    ItemChanges changes(Subscription subscription, ProductShelf shelf, StandingCharges standing) {
        return new ItemChanges(ids, meter(subscription, shelf), subscription.currency(), standing);
    }

    /** Lines that wait for the next invoice, as values. */
    List<LineDraft> waiting(UUID subscriptionId) {
        return pendingLines.of(subscriptionId).stream().map(BilledLine::draft).toList();
    }

    /**
     * How much tax of earlier charges may still be given back. What waits may give back of charges whose period is over
     * by now.
     */
    Map<UUID, Long> taxLeft(Subscription subscription, Instant at) {
        return pendingLines.of(subscription.id()).stream()
                .map(line -> line.period().start())
                .filter(at::isAfter)
                .min(Comparator.naturalOrder())
                .map(from -> standingSince(subscription, from).earliest().orElse(from))
                .map(from -> standingSince(subscription, from))
                .orElseGet(() -> standing(subscription, at))
                .taxLeft();
    }

    /**
     * The bill of one whole period of what a subscription consists of, or will.
     *
     * @param items as a change wants them
     */
    List<LineDraft> period(
            BillComposer composer,
            Subscription subscription,
            List<PlannedItem> items,
            ServicePeriod period,
            int ordinal) {
        return composer.discounted(
                periodCharges().of(items, period),
                new Discount(subscription.discount().orElse(null), ordinal, 0));
    }

    /** What the next invoice of a running subscription will come to, before credit. */
    Money nextTotal(
            Account account,
            Subscription subscription,
            List<PlannedItem> items,
            ServicePeriod next,
            int ordinal,
            List<LineDraft> waiting,
            Instant now) {
        BillComposer composer = composer(account, subscription.currency(), now);
        List<LineDraft> lines = new ArrayList<>(period(composer, subscription, items, next, ordinal));
        lines.addAll(waiting);
        Bill bill = composer.bill(lines, taxLeft(subscription, now));
        return bill.total().isNegative() ? Money.zero(bill.currency()) : bill.total();
    }

    /** Whether anything waits; costs no query. */
    static boolean hasWaiting(Subscription subscription) {
        return subscription.pendingSince().isPresent();
    }

    /** Has these wait for the next invoice. */
    void addWaiting(Subscription subscription, List<LineDraft> lines, Instant now) {
        lines.forEach(line -> pendingLines.add(new PendingLine(subscription.id(), line, now)));
        if (!lines.isEmpty() && subscription.pendingSince().isEmpty()) {
            subscription.pendingSince(now);
        }
    }

    /** What waits and gives back a part of one of these charges. */
    List<LineDraft> waitingCredits(Subscription subscription, Set<UUID> charges) {
        return creditRows(subscription, charges).stream().map(BilledLine::draft).toList();
    }

    /** The same, and it waits no longer. */
    List<LineDraft> takeWaitingCredits(Subscription subscription, Set<UUID> charges) {
        List<PendingLine> rows = creditRows(subscription, charges);
        List<LineDraft> drafts = rows.stream().map(BilledLine::draft).toList();
        pendingLines.remove(rows);
        return drafts;
    }

    private List<PendingLine> creditRows(Subscription subscription, Set<UUID> charges) {
        return pendingLines.of(subscription.id()).stream()
                .filter(line -> line.creditsLineId().filter(charges::contains).isPresent())
                .toList();
    }

    /** Takes all that waits, because it goes onto an invoice now. */
    List<LineDraft> takeWaiting(Subscription subscription) {
        if (!hasWaiting(subscription)) {
            return List.of();
        }
        List<PendingLine> lines = pendingLines.of(subscription.id());
        List<LineDraft> drafts = lines.stream().map(BilledLine::draft).toList();
        pendingLines.remove(lines);
        subscription.pendingSince(null);
        return drafts;
    }

    /** The items of a subscription as they are, in the form of a change. */
    static List<PlannedItem> itemsOf(Subscription subscription) {
        return subscription.items().stream()
                .map(item -> PlannedItem.of(item.id(), item.terms()))
                .toList();
    }
}
