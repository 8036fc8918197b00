package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.billing.Invoices;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.billing.TaxEntry;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.Subscription;
import org.chancery.service.billing.domain.Bill;

/**
 * Takes back the invoice of a period that has not started, because what it asks for has changed: a credit note mirrors it
 * line by line, and what had waited for it waits again.
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
            invoice.reverse();
            issuing.creditNote(subject, mirror(invoice), open ? invoice : null, now, now);
            subscription.stopAwaiting(invoice.id());
            waitAgain(subscription, invoice, now);
        });
        subscription.takeBackAhead();
    }

    private Optional<Invoice> ahead(Subscription subscription, Instant now) {
        String key = subscription.nextPeriodKey();
        return invoices.servingAfter(subscription.id(), now).stream()
                .filter(invoice -> invoice.periodKey().filter(key::equals).isPresent())
                .findFirst()
                .map(invoice -> invoices.requireLocked(invoice.id()));
    }

    private Bill mirror(Invoice invoice) {
        List<LineDraft> lines = new ArrayList<>();
        List<Long> taxes = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            lines.add(new LineDraft(
                    ids.next(),
                    line.itemId(),
                    line.kind(),
                    line.description(),
                    line.quantity(),
                    -line.net(),
                    0,
                    0,
                    line.period(),
                    line.isProration(),
                    line.id(),
                    line.taxRate(),
                    line.taxReason()));
            taxes.add(-line.tax());
        }
        List<TaxEntry> entries = invoice.taxes().stream()
                .map(entry -> new TaxEntry(entry.rate(), entry.reason(), -entry.base(), -entry.amount()))
                .toList();
        return new Bill(invoice.currency(), lines, taxes, entries);
    }

    /** Under new ids, for the old ones stand on the invoice that was taken back. */
    private void waitAgain(Subscription subscription, Invoice invoice, Instant now) {
        List<InvoiceLine> waited =
                invoice.lines().stream().filter(InvoiceLine::isProration).toList();
        Map<UUID, UUID> renamed = new HashMap<>();
        waited.forEach(line -> renamed.put(line.id(), ids.next()));
        bills.addWaiting(
                subscription,
                waited.stream().map(line -> renamed(line.draft(), renamed)).toList(),
                now);
    }

    private static LineDraft renamed(LineDraft line, Map<UUID, UUID> names) {
        UUID credits = line.credits();
        boolean charge = credits == null;
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
                true,
                credits == null ? null : names.getOrDefault(credits, credits),
                charge ? null : line.taxRate(),
                charge ? null : line.taxReason());
    }
}
