package org.chancery.service.billing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.billing.BilledLine;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.billing.PendingLine;
import org.chancery.model.time.ServicePeriod;

/**
 * All charges of a subscription that pay for something still to come, each with what was given back of it. What counts:
 * lines of invoices that are paid or may be, of credit notes, and those that wait for an invoice. What does not: what was
 * voided, given up or taken back whole, and a change that waits for its payment.
 */
public final class StandingCharges {

    private final List<StandingCharge> all = new ArrayList<>();

    /** @param invoices of one subscription, credit notes among them, with their lines */
    public StandingCharges(Collection<Invoice> invoices, Collection<PendingLine> pending) {
        Credits credits = new Credits();
        List<Invoice> counting =
                invoices.stream().filter(StandingCharges::counts).toList();
        for (Invoice invoice : counting) {
            invoice.lines().forEach(line -> credits.add(line, line.tax()));
        }
        pending.forEach(line -> credits.add(line, 0));
        for (Invoice invoice : counting) {
            StandingCharge.Backing backing =
                    invoice.isPaid() ? StandingCharge.Backing.PAID : StandingCharge.Backing.OPEN;
            for (InvoiceLine line : invoice.lines()) {
                add(line, backing, invoice.id(), line.tax(), credits);
            }
        }
        for (PendingLine line : pending) {
            add(line, StandingCharge.Backing.PENDING, null, 0, credits);
        }
    }

    private static boolean counts(Invoice invoice) {
        boolean inForce = invoice.status() == InvoiceStatus.PAID
                || invoice.status() == InvoiceStatus.OPEN && invoice.purpose() != InvoicePurpose.CHANGE;
        return inForce && !invoice.isReversed();
    }

    private void add(
            BilledLine line,
            StandingCharge.Backing backing,
            @org.jspecify.annotations.Nullable UUID invoiceId,
            long tax,
            Credits credits) {
        if (line.creditsLineId().isEmpty()) {
            Credits.Sum credited = credits.of(line.id());
            all.add(new StandingCharge(
                    line.draft(),
                    backing,
                    invoiceId,
                    tax,
                    credited.net,
                    credited.tax,
                    credited.discount,
                    credited.spans));
        }
    }

    /** Those of one item that pay for this instant. */
    public List<StandingCharge> of(UUID itemId, Instant at) {
        return running(at).stream()
                .filter(charge -> charge.line().itemId().equals(itemId))
                .toList();
    }

    /** Those that pay for this instant. */
    public List<StandingCharge> running(Instant at) {
        return all.stream()
                .filter(charge -> charge.line().period().contains(at))
                .toList();
    }

    /**
     * What a coupon has taken off charges of this period, less what went back. Charges of an earlier term, whose period
     * would have gone on, don't count.
     */
    public long discountIn(ServicePeriod period) {
        return all.stream()
                .filter(charge -> period.contains(charge.line().period().start()))
                .mapToLong(charge -> charge.line().discount() - charge.returnedDiscount())
                .sum();
    }

    /** From when on the first of them pays; empty without any. */
    public Optional<Instant> earliest() {
        return all.stream().map(charge -> charge.line().period().start()).min(Comparator.naturalOrder());
    }

    /** How much tax of each charge may still be given back. */
    public Map<UUID, Long> taxLeft() {
        Map<UUID, Long> left = new HashMap<>();
        all.forEach(charge -> left.put(charge.line().id(), charge.taxLeft()));
        return left;
    }

    /** What was given back, by the charge that it was given back of. */
    private static final class Credits {

        private static final class Sum {
            private long net;
            private long tax;
            private long discount;
            private final List<ServicePeriod> spans = new ArrayList<>();
        }

        private final Map<UUID, Sum> byCharge = new HashMap<>();

        void add(BilledLine line, long tax) {
            line.creditsLineId().ifPresent(charge -> {
                Sum sum = byCharge.computeIfAbsent(charge, id -> new Sum());
                sum.net = Math.subtractExact(sum.net, line.amount());
                sum.tax = Math.subtractExact(sum.tax, tax);
                sum.discount = Math.addExact(sum.discount, line.draft().returnedDiscount());
                sum.spans.add(line.period());
            });
        }

        Sum of(UUID charge) {
            return byCharge.getOrDefault(charge, new Sum());
        }
    }
}
