package org.chancery.service.billing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.chancery.model.time.ServicePeriod;

/**
 * A change that was invoiced for the rest of a period takes effect only when it is paid. For the days between, the new
 * item was charged and not had, and the old one was given back and had: both are put right.
 */
public final class DaysBetween {

    private final PeriodMeter meter;
    private final Ids ids;

    public DaysBetween(PeriodMeter meter, Ids ids) {
        this.meter = meter;
        this.ids = ids;
    }

    /**
     * @param requested when the change was confirmed
     * @return lines that put right what the change's invoice says for the time between; empty when there was none
     */
    public List<LineDraft> of(Invoice invoice, Instant requested, Instant paid) {
        List<LineDraft> lines = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            ServicePeriod span = line.period();
            boolean rest = line.isProration() && span.contains(paid) && paid.isAfter(requested);
            long whole = meter.length(span);
            long passed = meter.left(span, requested) - meter.left(span, paid);
            if (rest && whole > 0 && passed > 0) {
                long amount = new Money(line.net(), invoice.currency())
                        .share(passed, whole)
                        .minor();
                if (amount != 0) {
                    lines.add(putRight(line, amount, new ServicePeriod(requested, paid)));
                }
            }
        }
        return lines;
    }

    private LineDraft putRight(InvoiceLine line, long amount, ServicePeriod span) {
        boolean charge = line.creditsLineId().isEmpty();
        return new LineDraft(
                ids.next(),
                line.itemId(),
                line.kind(),
                line.description(),
                line.quantity(),
                -amount,
                0,
                0,
                span,
                true,
                charge ? line.id() : null,
                line.taxRate(),
                line.taxReason());
    }
}
