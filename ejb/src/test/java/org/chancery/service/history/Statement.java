package org.chancery.service.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.credit.CreditView;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/** What became of an account, line by line, comparable across databases: ids and numbers are left out, order is birth. */
final class Statement {

    private final List<SubscriptionView> subscriptions;
    private final List<InvoiceView> invoices;
    private final CreditView credit;
    private final Function<UUID, LicenseView> licenses;
    private final List<String> lines = new ArrayList<>();

    Statement(
            List<SubscriptionView> subscriptions,
            List<InvoiceView> invoices,
            CreditView credit,
            Function<UUID, LicenseView> licenses) {
        this.subscriptions = subscriptions.stream()
                .sorted(Comparator.comparing(SubscriptionView::id))
                .toList();
        this.invoices =
                invoices.stream().sorted(Comparator.comparing(InvoiceView::id)).toList();
        this.credit = credit;
        this.licenses = licenses;
    }

    List<String> lines() {
        subscriptions.forEach(this::tell);
        invoices.forEach(this::tell);
        credit.balances()
                .forEach(balance -> lines.add(
                        "credit " + balance.currency() + " " + balance.available() + " pending " + balance.pending()));
        credit.entries().stream()
                .sorted(Comparator.comparing(CreditView.Entry::id))
                .forEach(entry -> lines.add("  " + entry.kind() + " " + entry.amount() + " left " + entry.left()
                        + " at " + entry.createdAt() + " usable " + entry.availableAt()));
        return lines;
    }

    private void tell(SubscriptionView subscription) {
        SubscriptionView.Change change = subscription.pendingChange();
        LicenseView license = licenses.apply(subscription.license());
        lines.add("subscription " + subscription.status() + " " + subscription.plan() + " " + subscription.period()
                + " "
                + subscription.collection() + " " + subscription.currentPeriod() + " cancels "
                + subscription.cancelAt() + " ended " + subscription.endedAt() + " coupon " + subscription.coupon());
        subscription
                .items()
                .forEach(item -> lines.add("  " + item.code() + " " + item.quantity() + " x " + item.unitAmount()));
        if (change != null) {
            lines.add("  then " + change.plan() + " " + change.period() + " " + change.effectiveAt() + " lapses "
                    + change.lapsesAt());
        }
        lines.add("  license " + license.status() + " " + license.reason() + " " + license.seats());
    }

    private void tell(InvoiceView invoice) {
        lines.add(invoice.type() + " of " + subscriptionNumber(invoice.subscription()) + " " + invoice.status()
                + " corrects " + invoiceNumber(invoice.corrects()) + " issued " + invoice.issuedAt() + " due "
                + invoice.dueAt() + " paid " + day(invoice.paidAt()) + " subtotal " + invoice.subtotal() + " discount "
                + invoice.discount() + " tax " + invoice.tax() + " total " + invoice.total() + " credit "
                + invoice.creditApplied() + " open " + invoice.amountDue() + " received " + invoice.amountPaid()
                + " lowered " + invoice.amountCredited() + (invoice.reversed() ? " reversed" : ""));
        invoice.lines()
                .forEach(line -> lines.add("  " + line.kind() + " " + line.description() + " " + line.quantity()
                        + " " + line.amount() + " - " + line.discount() + " " + line.period()
                        + (line.proration() ? " prorated" : "")));
        invoice.taxes()
                .forEach(tax -> lines.add("  tax " + tax.rate().stripTrailingZeros() + " " + tax.reason() + " of "
                        + tax.base() + " " + tax.amount()));
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "never" : at.toString();
    }

    private int subscriptionNumber(@Nullable UUID id) {
        return subscriptions.stream().map(SubscriptionView::id).toList().indexOf(id);
    }

    private int invoiceNumber(@Nullable UUID id) {
        return invoices.stream().map(InvoiceView::id).toList().indexOf(id);
    }
}
