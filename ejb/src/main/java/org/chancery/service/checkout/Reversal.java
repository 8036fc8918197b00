package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.billing.Invoices;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.billing.TaxEntry;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.domain.Bill;

/**
 * Takes back the invoice of a period that has not started, because what it asks for has changed: a credit note mirrors it
 * line by line, and what had waited for it waits again. Where another paper gave back a part of a line already, only the
 * rest is taken back, and only the rest waits.
 */
@Dependent
class Reversal {

    private final Invoices invoices;
    private final InvoiceIssuing issuing;
    private final BillDesk bills;
    private final Ids ids;

    @Inject
    Reversal(Invoices invoices, InvoiceIssuing issuing, BillDesk bills, Ids ids) {
        this.invoices = invoices;
        this.issuing = issuing;
        this.bills = bills;
        this.ids = ids;
    }

    /** Does nothing while the next period is not invoiced. */
    void takeBackAhead(Subscription subscription, Instant now) {
        if (!subscription.isInvoicedAhead()) {
            return;
        }
        ahead(subscription, now).ifPresent(invoice -> {
            InvoiceSubject subject = InvoiceSubject.subscription(subscription.accountId(), subscription.id(), null)
                    .correcting(invoice.id());
            boolean open = invoice.isOpen();
            Map<UUID, GivenBack> earlier = givenBackElsewhere(subscription, invoice, now);
            invoice.reverse();
            invoices.writeDown();
            issuing.creditNote(subject, mirror(invoice, earlier), open ? invoice : null, now, now);
            subscription.stopAwaiting(invoice.id());
            List<LineDraft> credits = bills.takeWaitingCredits(subscription, waited(subscription, invoice, earlier));
            bills.addWaiting(subscription, again(subscription, invoice, earlier, credits), now);
        });
        subscription.takeBackAhead();
    }

    /**
     * What taking it back would come to.
     *
     * @param invoice which it is
     * @param granted credit of the account, for what was paid of it
     * @param again what would wait for another invoice
     * @param instead those of the lines that wait by now, in the place of which some of these would come
     */
    record TakenBack(UUID invoice, Money granted, List<LineDraft> again, Set<UUID> instead) {}

    /** Changes nothing. Empty while the next period is not invoiced. */
    Optional<TakenBack> preview(Subscription subscription, Instant now) {
        if (!subscription.isInvoicedAhead()) {
            return Optional.empty();
        }
        return found(subscription, now).map(invoice -> {
            Map<UUID, GivenBack> earlier = givenBackElsewhere(subscription, invoice, now);
            Money amount = mirror(invoice, earlier).total().negate();
            List<LineDraft> credits = bills.waitingCredits(subscription, waited(subscription, invoice, earlier));
            return new TakenBack(
                    invoice.id(),
                    invoice.isOpen() ? invoice.beyondDue(amount) : amount,
                    again(subscription, invoice, earlier, credits),
                    credits.stream().map(LineDraft::id).collect(Collectors.toSet()));
        });
    }

    private Optional<Invoice> ahead(Subscription subscription, Instant now) {
        return found(subscription, now).map(invoice -> invoices.requireLocked(invoice.id()));
    }

    private Optional<Invoice> found(Subscription subscription, Instant now) {
        String key = subscription.nextPeriodKey();
        return invoices.servingAfter(subscription.id(), now).stream()
                .filter(invoice -> invoice.periodKey().filter(key::equals).isPresent())
                .findFirst();
    }

    /** What other papers gave back of a charge, not negative, and from when on. */
    private record GivenBack(long net, long tax, long discount, Instant from) {

        private static final GivenBack NOTHING = new GivenBack(0, 0, 0, Instant.MAX);

        private GivenBack and(InvoiceLine credit) {
            Instant start = credit.period().start();
            return new GivenBack(
                    net - credit.net(),
                    tax - credit.tax(),
                    discount + credit.draft().returnedDiscount(),
                    start.isBefore(from) ? start : from);
        }
    }

    private Map<UUID, GivenBack> givenBackElsewhere(Subscription subscription, Invoice invoice, Instant now) {
        Map<UUID, GivenBack> given = new HashMap<>();
        invoice.lines().stream()
                .filter(line -> line.creditsLineId().isEmpty())
                .forEach(line -> given.put(line.id(), GivenBack.NOTHING));
        Instant start = subscription.currentPeriod().orElseThrow().start();
        for (Invoice other : invoices.servingAfter(subscription.id(), start.isBefore(now) ? start : now)) {
            if (other.isPaid() && !other.isReversed() && !other.id().equals(invoice.id())) {
                other.lines().forEach(line -> line.creditsLineId()
                        .ifPresent(charge -> given.computeIfPresent(charge, (id, sum) -> sum.and(line))));
            }
        }
        return given;
    }

    private Bill mirror(Invoice invoice, Map<UUID, GivenBack> earlier) {
        List<LineDraft> lines = new ArrayList<>();
        List<Long> taxes = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            GivenBack given = given(line, earlier);
            lines.add(new LineDraft(
                    ids.next(),
                    line.itemId(),
                    line.kind(),
                    line.description(),
                    line.quantity(),
                    given.net() - line.net(),
                    0,
                    0,
                    line.period(),
                    line.isProration(),
                    line.id(),
                    line.taxRate(),
                    line.taxReason()));
            taxes.add(given.tax() - line.tax());
        }
        List<TaxEntry> entries = invoice.taxes().stream()
                .map(entry -> mirror(entry, invoice, earlier))
                .toList();
        return new Bill(invoice.currency(), lines, taxes, entries);
    }

    private static TaxEntry mirror(TaxEntry entry, Invoice invoice, Map<UUID, GivenBack> earlier) {
        long base = -entry.base();
        long amount = -entry.amount();
        for (InvoiceLine line : invoice.lines()) {
            if (isTaxedBy(line, entry)) {
                GivenBack given = given(line, earlier);
                base = Math.addExact(base, given.net());
                amount = Math.addExact(amount, given.tax());
            }
        }
        return new TaxEntry(entry.rate(), entry.reason(), base, amount);
    }

    private static boolean isTaxedBy(InvoiceLine line, TaxEntry entry) {
        BigDecimal rate = line.taxRate();
        return rate != null && rate.compareTo(entry.rate()) == 0 && line.taxReason() == entry.reason();
    }

    /**
     * The charges on it that had waited for it, and wait again: those of the time before its own period. A whole period may
     * be among them, when credit had left too little of it to charge.
     */
    private static Set<UUID> waited(Subscription subscription, Invoice invoice, Map<UUID, GivenBack> earlier) {
        Instant own = subscription.nextPeriod().start();
        return invoice.lines().stream()
                .filter(line -> line.period().start().isBefore(own))
                .filter(line ->
                        given(line, earlier).from().isAfter(line.period().start()))
                .map(InvoiceLine::id)
                .collect(Collectors.toCollection(LinkedHashSet::new)); // their new ids follow the order of the lines
    }

    private static GivenBack given(InvoiceLine line, Map<UUID, GivenBack> earlier) {
        return earlier.getOrDefault(line.id(), GivenBack.NOTHING);
    }

    /**
     * What waits again, under new ids, for the old ones stand on the invoice that was taken back.
     *
     * @param credits what waits by now and gives back a part of these charges
     */
    private List<LineDraft> again(
            Subscription subscription, Invoice invoice, Map<UUID, GivenBack> earlier, List<LineDraft> credits) {
        Map<UUID, UUID> renamed = new HashMap<>();
        waited(subscription, invoice, earlier).forEach(charge -> renamed.put(charge, ids.next()));
        List<LineDraft> again = new ArrayList<>();
        invoice.lines().stream()
                .filter(line -> renamed.containsKey(line.id()))
                .map(line -> renamed(less(line.draft(), given(line, earlier)), renamed))
                .forEach(again::add);
        credits.forEach(credit -> again.add(renamed(credit, Map.of(credit.id(), ids.next()), renamed)));
        return again;
    }

    /** The part of a charge that nothing was given back of. */
    private static LineDraft less(LineDraft line, GivenBack given) {
        ServicePeriod span = line.period();
        return given.from().isBefore(span.end())
                ? new LineDraft(
                        line.id(),
                        line.itemId(),
                        line.kind(),
                        line.description(),
                        line.quantity(),
                        line.amount() - given.net() - given.discount(),
                        line.discount() - given.discount(),
                        line.returnedDiscount(),
                        new ServicePeriod(span.start(), given.from()),
                        line.proration(),
                        line.credits(),
                        line.taxRate(),
                        line.taxReason())
                : line;
    }

    private static LineDraft renamed(LineDraft line, Map<UUID, UUID> names) {
        return renamed(line, names, names);
    }

    /** A charge that waits is taxed when it is invoiced, and so is what is given back of it. */
    private static LineDraft renamed(LineDraft line, Map<UUID, UUID> names, Map<UUID, UUID> charges) {
        UUID credits = line.credits();
        boolean taxedLater = credits == null || charges.containsKey(credits);
        return new LineDraft(
                names.getOrDefault(line.id(), line.id()),
                line.itemId(),
                line.kind(),
                line.description(),
                line.quantity(),
                line.amount(),
                line.discount(),
                line.returnedDiscount(),
                line.period(),
                line.proration(),
                credits == null ? null : charges.getOrDefault(credits, credits),
                taxedLater ? null : line.taxRate(),
                taxedLater ? null : line.taxReason());
    }
}
