package org.chancery.service.billing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.time.ServicePeriod;

/**
 * What a change within a period costs: the unused rest of each changed item is given back, the same rest of the new item
 * is charged. Lines apart, each rounded once.
 */
public final class ItemChanges {

    private final Ids ids;
    private final PeriodMeter meter;
    private final Currency currency;
    private final StandingCharges standing;

    public ItemChanges(Ids ids, PeriodMeter meter, Currency currency, StandingCharges standing) {
        this.ids = ids;
        this.meter = meter;
        this.currency = currency;
        this.standing = standing;
    }

    /**
     * The lines of a change.
     *
     * @param invoiced what the invoice of the change says
     * @param waiting what joins the lines that wait for the next invoice, because it takes back one of them
     */
    public record Lines(List<LineDraft> invoiced, List<LineDraft> waiting) {}

    /** From what the subscription has to what is wanted, for the rest of its period. */
    public Lines within(Subscription subscription, List<PlannedItem> wanted, ServicePeriod period, Instant at) {
        List<LineDraft> invoiced = new ArrayList<>();
        List<LineDraft> waiting = new ArrayList<>();
        ended(subscription, wanted).forEach(item -> credit(item, at, invoiced, waiting));
        long left = meter.left(period, at);
        long whole = meter.length(period);
        if (left > 0) {
            ServicePeriod rest = at.isAfter(period.start()) ? new ServicePeriod(at, period.end()) : period;
            added(subscription, wanted).forEach(item -> invoiced.add(charge(item, left, whole, rest)));
        }
        return new Lines(invoiced, waiting);
    }

    /** From what the subscription has to a new term: the rest of everything goes back, the new period is charged whole. */
    public Lines toNewTerm(Subscription subscription, List<PlannedItem> wanted, ServicePeriod newPeriod, Instant at) {
        List<LineDraft> invoiced = new ArrayList<>();
        List<LineDraft> waiting = new ArrayList<>();
        subscription.items().forEach(item -> credit(item, at, invoiced, waiting));
        invoiced.addAll(new PeriodCharges(ids).of(wanted, newPeriod));
        return new Lines(invoiced, waiting);
    }

    /** Everything ends now: the unused rest of what is paid, and of what waits for its invoice. */
    public Lines toNothing(Instant at) {
        List<LineDraft> invoiced = new ArrayList<>();
        List<LineDraft> waiting = new ArrayList<>();
        standing.running(at).forEach(charge -> credit(charge, at, invoiced, waiting));
        return new Lines(invoiced, waiting);
    }

    /** The unused rest of what one open invoice asks for. */
    public List<LineDraft> restOf(UUID invoiceId, Instant at) {
        List<LineDraft> lines = new ArrayList<>();
        for (StandingCharge charge : standing.running(at)) {
            if (invoiceId.equals(charge.invoiceId())) {
                creditOf(charge, at).ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** The same, for what a change ends alone. */
    public List<LineDraft> restOf(UUID invoiceId, Subscription subscription, List<PlannedItem> wanted, Instant at) {
        Set<UUID> ended =
                ended(subscription, wanted).stream().map(SubscriptionItem::id).collect(Collectors.toSet());
        return restOf(invoiceId, at).stream()
                .filter(line -> ended.contains(line.itemId()))
                .toList();
    }

    /** Whether a charge of something that the change ends is asked for and not paid yet. */
    public boolean touchesUnpaid(Subscription subscription, List<PlannedItem> wanted, Instant at) {
        return ended(subscription, wanted).stream()
                .flatMap(item -> standing.of(item.id(), at).stream())
                .anyMatch(charge -> charge.backing() == StandingCharge.Backing.OPEN);
    }

    private void credit(SubscriptionItem item, Instant at, List<LineDraft> invoiced, List<LineDraft> waiting) {
        standing.of(item.id(), at).forEach(charge -> credit(charge, at, invoiced, waiting));
    }

    private void credit(StandingCharge charge, Instant at, List<LineDraft> invoiced, List<LineDraft> waiting) {
        switch (charge.backing()) {
            case PAID -> creditOf(charge, at).ifPresent(invoiced::add);
            case PENDING -> creditOf(charge, at).ifPresent(waiting::add);
            case OPEN -> {} // unpaid gives none
        }
    }

    private Optional<LineDraft> creditOf(StandingCharge charge, Instant at) {
        return charge.creditOfRest(ids.next(), charge.line().description(), at, meter, currency);
    }

    private LineDraft charge(PlannedItem item, long left, long whole, ServicePeriod rest) {
        long amount =
                new Money(item.terms().amount(), currency).share(left, whole).minor();
        return LineDraft.charge(
                ids.next(), item.itemId(), item.kind().word(), item.name(), item.quantity(), amount, rest, true);
    }

    private static List<SubscriptionItem> ended(Subscription subscription, List<PlannedItem> wanted) {
        Set<UUID> kept = wanted.stream().map(PlannedItem::itemId).collect(Collectors.toSet());
        return subscription.items().stream()
                .filter(item -> !kept.contains(item.id()))
                .toList();
    }

    private static List<PlannedItem> added(Subscription subscription, List<PlannedItem> wanted) {
        Set<UUID> live = subscription.items().stream().map(SubscriptionItem::id).collect(Collectors.toSet());
        return wanted.stream().filter(item -> !live.contains(item.itemId())).toList();
    }
}
