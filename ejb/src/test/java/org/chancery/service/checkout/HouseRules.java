package org.chancery.service.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.model.billing.BilledLine;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.billing.TaxEntry;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.credit.CreditKind;
import org.chancery.model.credit.LedgerSide;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.SeatCount;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The invariants of money, periods and seats over a house in memory. They are counted anew from what is stored, without
 * the arithmetic of the engine. Plain comparisons: they are made millions of times.
 */
final class HouseRules {

    private final BillingHouse house;
    private final ServedTime served;
    private final List<Invoice> invoices;
    private final Map<UUID, BilledLine> charges = new HashMap<>();
    private final Map<UUID, List<BilledLine>> credits = new HashMap<>();

    HouseRules(BillingHouse house, ServedTime served) {
        this.house = house;
        this.served = served;
        invoices = house.invoices();
        List<BilledLine> lines = new ArrayList<>();
        invoices.stream().filter(HouseRules::isInForce).forEach(invoice -> lines.addAll(invoice.lines()));
        house.subscriptionRows.all().forEach(row -> lines.addAll(house.pendingRows.of(row.id())));
        lines.stream().filter(line -> line.creditsLineId().isEmpty()).forEach(line -> charges.put(line.id(), line));
        for (BilledLine line : lines) {
            UUID charge = line.creditsLineId().orElse(null);
            if (charge != null && charges.containsKey(charge)) {
                credits.computeIfAbsent(charge, id -> new ArrayList<>()).add(line);
            }
        }
    }

    /** What its lines say counts: it was not voided or taken back, and is no change that waits for its payment. */
    private static boolean isInForce(Invoice invoice) {
        boolean waits = invoice.isOpen() && invoice.purpose() == InvoicePurpose.CHANGE;
        return invoice.status() != InvoiceStatus.VOID && !invoice.isReversed() && !waits;
    }

    /** I1 to I5 and I9 at the end of a life. */
    void hold() {
        journalsSumToZero();
        creditIsNeverNegative(house);
        invoices.forEach(HouseRules::addsUp);
        numbersHaveNoGap("INV-", false);
        numbersHaveNoGap("CN-", true);
        nothingIsBilledTwice();
        billedIsWhatWasServed();
        noChargeGivesBackMoreThanItAsked();
        theParts();
        noMoreIsOwedThanCameIn();
        nobodyIsParked();
    }

    private void journalsSumToZero() {
        Map<UUID, Long> sums = new HashMap<>();
        house.ledger
                .all()
                .forEach(entry -> sums.merge(entry.journalId(), entry.money().minor(), Long::sum));
        sums.forEach((journal, sum) -> require(sum == 0, () -> "I1 a journal sums to " + sum));
    }

    static void creditIsNeverNegative(BillingHouse house) {
        long sum = 0;
        long usable = 0;
        Instant now = house.clock.instant();
        for (CreditEntry entry : house.ledger.all()) {
            if (entry.side() == LedgerSide.ACCOUNT) {
                sum += entry.money().minor();
                usable += entry.isAvailableAt(now) ? entry.money().minor() : 0;
            }
        }
        long all = sum;
        long now2 = usable;
        require(all >= 0 && now2 >= 0, () -> "I2 credit is " + all + ", usable " + now2);
    }

    /** I7, where no limit was lowered under living instances. */
    static void seatsAreWithinTheirLimit(BillingHouse house) {
        List<UUID> ids = house.subscriptionRows.all().stream()
                .map(Subscription::licenseId)
                .toList();
        for (SeatCount count : house.instanceRows.countLive(ids, house.clock.instant())) {
            License license = house.licenseRows.require(count.licenseId());
            Long limit = license.seats(count.seatClass()).count();
            boolean lowered = license.overLimitUntil(count.seatClass()).isPresent();
            require(
                    limit == null || lowered || count.taken() <= limit,
                    () -> "I7 " + count.taken() + " live in " + limit + " seats of " + count.seatClass());
        }
    }

    /** Every amount of an invoice that was finalised, in one number. */
    static Integer amountsOf(Invoice invoice) {
        int hash = Objects.hash(
                invoice.number(),
                invoice.issuedAt(),
                invoice.dueAt(),
                invoice.subtotal(),
                invoice.discount(),
                invoice.tax(),
                invoice.total(),
                invoice.creditApplied(),
                invoice.taxes());
        for (InvoiceLine line : invoice.lines()) {
            hash = 31 * hash
                    + Objects.hash(
                            line.id(), line.itemId(), line.quantity(), line.amount(), line.discount(), line.tax());
        }
        return hash;
    }

    static void isUnchanged(Invoice invoice, @Nullable Integer before) {
        require(
                before == null || before.equals(amountsOf(invoice)),
                () -> "I3 invoice " + invoice.number() + " has changed");
    }

    private static void addsUp(Invoice invoice) {
        long lines = 0;
        long lineTaxes = 0;
        for (InvoiceLine line : invoice.lines()) {
            lines += line.amount() - line.discount();
            lineTaxes += line.tax();
        }
        long taxes = 0;
        for (TaxEntry entry : invoice.taxes()) {
            taxes += entry.amount();
        }
        long net = lines;
        long tax = taxes;
        long parts = lineTaxes;
        long total = invoice.total().minor();
        require(total == net + tax, () -> "I3 " + invoice.number() + ": " + total + " is not " + net + " and " + tax);
        require(parts == tax, () -> "I3 " + invoice.number() + ": lines bear " + parts + " of tax " + tax);
        if (invoice.isCreditNote()) {
            require(total <= 0, () -> "I3 credit note " + invoice.number() + " asks for " + total);
            return;
        }
        long covered = invoice.amountPaid().minor()
                + invoice.creditApplied().minor()
                + invoice.lowered().minor();
        long open = invoice.amountDue().minor();
        boolean settled = invoice.status() == InvoiceStatus.PAID || invoice.status() == InvoiceStatus.OPEN;
        require(
                !settled || total == covered + open,
                () -> "I3 " + invoice.number() + ": " + total + " is not " + covered + " and " + open);
        require(invoice.isPaid() == (settled && open == 0), () -> "I3 " + invoice.number() + " is " + invoice.status());
    }

    private void numbersHaveNoGap(String prefix, boolean creditNotes) {
        Set<String> numbers = new HashSet<>();
        for (Invoice invoice : invoices) {
            if (invoice.isCreditNote() == creditNotes) {
                invoice.number().ifPresent(number -> require(numbers.add(number), () -> "I4 " + number + " twice"));
            }
        }
        for (int i = 1; i <= numbers.size(); i++) {
            String number = "%s%06d".formatted(prefix, i);
            require(numbers.contains(number), () -> "I4 " + number + " is missing");
        }
    }

    private void nothingIsBilledTwice() {
        Set<String> seen = new HashSet<>();
        for (BilledLine line : charges.values()) {
            if (!line.isProration()) {
                String key = line.itemId() + "@" + line.period().start();
                require(seen.add(key), () -> "I5 billed twice: " + tell(line));
            }
        }
    }

    /**
     * I5: for every item the time that is billed, less what was given back, touches without gap or overlap, and is the
     * time for which it was there to be used, up to the end of its current period. Only a period that was billed before a
     * license was held back, or given up, may tell more. Seconds that are worth nothing count for nothing.
     */
    private void billedIsWhatWasServed() {
        Map<UUID, List<BilledLine>> byItem = new HashMap<>();
        charges.values().forEach(line -> byItem.computeIfAbsent(line.itemId(), id -> new ArrayList<>())
                .add(line));
        for (UUID item : served.items()) {
            UUID subscription = served.subscriptionOf(item);
            compare(item, house.subscriptionRows.require(subscription), byItem.getOrDefault(item, List.of()));
        }
    }

    private void compare(UUID item, Subscription subscription, List<BilledLine> billed) {
        TreeSet<Instant> cuts = new TreeSet<>();
        for (BilledLine charge : billed) {
            addCuts(cuts, charge.period());
            creditsOf(charge).forEach(credit -> addCuts(cuts, credit.period()));
        }
        Instant horizon = subscription.currentPeriod().orElseThrow().end();
        for (ServedTime.Span span : served.of(item)) {
            cuts.add(span.from);
            cuts.add(untilOf(span, horizon));
        }
        for (ServedTime.Span span : served.suspensionsOf(subscription.id())) {
            cuts.add(span.from);
            cuts.add(untilOf(span, Instant.MAX));
        }
        cuts.remove(Instant.MAX);
        Instant from = null;
        for (Instant until : cuts) {
            if (from != null && from.isBefore(until)) {
                compare(item, subscription, billed, from, until, horizon);
            }
            from = until;
        }
    }

    private void compare(
            UUID item,
            Subscription subscription,
            List<BilledLine> billed,
            Instant from,
            Instant until,
            Instant horizon) {
        int times = 0;
        int charged = 0;
        long worth = 0;
        for (BilledLine charge : billed) {
            if (charge.period().contains(from)) {
                boolean givenBack = creditsOf(charge).stream()
                        .anyMatch(credit -> credit.period().contains(from));
                charged++;
                times += givenBack ? 0 : 1;
                worth = Math.max(worth, partOf(charge, seconds(from, until)));
            }
        }
        boolean used = served.of(item).stream().anyMatch(span -> contains(span, from, horizon));
        boolean heldBack =
                served.suspensionsOf(subscription.id()).stream().anyMatch(span -> contains(span, from, Instant.MAX));
        boolean ahead = subscription.isInvoicedAhead() && !from.isBefore(horizon);
        int billedTimes = times;
        long amount = worth;
        Supplier<String> where = () -> "I5 " + from + " to " + until + " of " + item + " is billed " + billedTimes
                + " times, used " + used + ", held back " + heldBack + ", worth " + amount + ": " + tell(billed);
        require(billedTimes <= 1, where);
        require(!used || billedTimes == 1 || charged > 0 && amount == 0, where);
        require(used || heldBack || ahead || billedTimes == 0 || amount <= 1, where);
    }

    private List<BilledLine> creditsOf(BilledLine charge) {
        return credits.getOrDefault(charge.id(), List.of());
    }

    private static void addCuts(Set<Instant> cuts, ServicePeriod period) {
        cuts.add(period.start());
        cuts.add(period.end());
    }

    private static boolean contains(ServedTime.Span span, Instant at, Instant horizon) {
        return !at.isBefore(span.from) && at.isBefore(untilOf(span, horizon));
    }

    private static Instant untilOf(ServedTime.Span span, Instant horizon) {
        return span.until == null ? horizon : span.until;
    }

    private static long seconds(Instant from, Instant until) {
        return until.getEpochSecond() - from.getEpochSecond();
    }

    /** What so many seconds of a charge cost, in whole minor units. */
    private static long partOf(BilledLine charge, long seconds) {
        long whole = seconds(charge.period().start(), charge.period().end());
        return Math.round((double) (charge.amount() - charge.discount()) * seconds / whole);
    }

    private void noChargeGivesBackMoreThanItAsked() {
        for (BilledLine charge : charges.values()) {
            long net = 0;
            long tax = 0;
            for (BilledLine credit : creditsOf(charge)) {
                net -= credit.amount() - credit.discount();
                tax -= taxOf(credit);
            }
            long back = net;
            long taxBack = tax;
            require(
                    back <= charge.amount() - charge.discount() && taxBack <= taxOf(charge),
                    () -> "I9 " + back + " and tax " + taxBack + " were given back of " + tell(charge) + " with tax "
                            + taxOf(charge));
        }
    }

    /** I9: what was used of a charge and what was given back of it make the whole, within one minor unit per line. */
    private void theParts() {
        for (BilledLine charge : charges.values()) {
            List<BilledLine> given = creditsOf(charge);
            long whole = seconds(charge.period().start(), charge.period().end());
            if (given.isEmpty() || whole == 0) {
                continue;
            }
            long net = charge.amount() - charge.discount();
            long back = 0;
            for (BilledLine credit : given) {
                back -= credit.amount() - credit.discount();
            }
            double used = (double) net * (whole - givenSeconds(charge, given)) / whole;
            double missing = Math.abs(net - back - used);
            long sum = back;
            require(
                    missing <= given.size(),
                    () -> "I9 " + sum + " was given back and " + used + " was used of " + tell(charge) + " by "
                            + tell(given));
        }
    }

    private static long givenSeconds(BilledLine charge, List<BilledLine> given) {
        long[] cuts = given.stream()
                .flatMap(line -> List.of(line.period().start(), line.period().end()).stream())
                .mapToLong(Instant::getEpochSecond)
                .sorted()
                .toArray();
        long from = charge.period().start().getEpochSecond();
        long until = charge.period().end().getEpochSecond();
        long[] inside = Arrays.stream(cuts)
                .map(cut -> Math.max(from, Math.min(until, cut)))
                .toArray();
        long sum = 0;
        for (int i = 1; i < inside.length; i++) {
            Instant at = Instant.ofEpochSecond(inside[i - 1]);
            boolean isGiven = given.stream()
                    .anyMatch(line -> line.period().contains(at)
                            && !at.isBefore(charge.period().start()));
            sum += isGiven ? inside[i] - inside[i - 1] : 0;
        }
        return sum;
    }

    private static long taxOf(BilledLine line) {
        return line instanceof InvoiceLine invoiced ? invoiced.tax() : 0;
    }

    private void noMoreIsOwedThanCameIn() {
        long received = 0;
        for (Invoice invoice : invoices) {
            for (Payment payment : house.paymentRows.ofInvoice(invoice.id())) {
                received += payment.status() == PaymentStatus.SUCCEEDED
                        ? payment.money().minor()
                        : 0;
            }
        }
        long owed = 0;
        long granted = 0;
        for (CreditEntry entry : house.ledger.all()) {
            if (entry.side() == LedgerSide.ACCOUNT) {
                long minor = entry.money().minor();
                owed += minor;
                granted += entry.kind() == CreditKind.GRANT ? minor : 0;
                require(entry.kind() != CreditKind.APPLIED || minor <= 0, () -> "I2 using credit gave " + minor);
            }
        }
        long in = received + Math.max(0, granted);
        long out = owed;
        require(out <= in, () -> "I9 " + out + " are owed, and " + in + " came in");
    }

    private void nobodyIsParked() {
        house.subscriptionRows.all().forEach(row -> require(!row.isParked(), () -> "parked: " + row.id()));
    }

    private String tell(List<BilledLine> lines) {
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> {
            all.append("\n  ").append(tell(line));
            creditsOf(line).forEach(credit -> all.append("\n    ").append(tell(credit)));
        });
        return all.toString();
    }

    private static String tell(BilledLine line) {
        return line.itemId() + " " + line.description() + " " + line.amount() + " - " + line.discount() + " for "
                + line.period().start() + " to " + line.period().end() + (line.isProration() ? " prorated" : "");
    }

    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }
}
