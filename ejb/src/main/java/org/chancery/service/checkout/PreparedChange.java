package org.chancery.service.checkout;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.PlanChange;
import org.chancery.service.billing.domain.Bill;

/**
 * A change with all its amounts, before anybody confirms it.
 *
 * @param bill what is asked for, or given back, at once
 * @param waiting what joins the next invoice instead
 * @param creditApplied how much account credit pays of it
 * @param returned what had paid invoices that are not asked for any more, or for less: given back beside the bill
 * @param effectiveAt when it takes effect, once paid
 * @param nextAt when the payment after it falls due
 * @param nextTotal what that comes to, before credit
 */
record PreparedChange(
        PlanChange.Target target,
        ChangeTiming when,
        ChangeInvoicing invoicing,
        Bill bill,
        List<LineDraft> waiting,
        Money creditApplied,
        Money returned,
        Instant effectiveAt,
        Instant nextAt,
        Money nextTotal) {

    Money amountDue() {
        return bill.total().isNegative()
                ? Money.zero(bill.currency())
                : bill.total().subtract(creditApplied);
    }

    Money creditGranted() {
        return bill.total().isNegative() ? returned.subtract(bill.total()) : returned;
    }

    /** A text that differs whenever an amount or a price does. */
    String mark() {
        return when + "|" + invoicing + "|" + effectiveAt + "|" + marks(bill.lines()) + "|" + marks(waiting) + "|"
                + bill.tax().minor() + "|" + creditApplied.minor() + "|"
                + returned.minor() + "|"
                + bill.total().minor() + "|" + nextAt + "|"
                + nextTotal.minor() + "|"
                + target.items().stream()
                        .map(item -> item.priceId() + "*" + item.quantity())
                        .collect(Collectors.joining(","));
    }

    private static String marks(List<LineDraft> lines) {
        return lines.stream()
                .map(line -> line.description() + ":" + line.quantity() + ":" + line.amount() + ":" + line.discount())
                .collect(Collectors.joining(","));
    }
}
