package org.chancery.service.checkout;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.checkout.Quote;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.PlannedItem;
import org.chancery.service.billing.domain.Bill;
import org.jspecify.annotations.Nullable;

/** Shows bills that nobody has confirmed yet. */
final class QuoteViews {

    private QuoteViews() {}

    static QuoteView order(Quote quote, Pricing.Priced priced, Instant now, @Nullable Instant nextAt) {
        Bill bill = priced.trialDays() > 0 ? Bill.nothing(priced.bill().currency()) : priced.bill();
        return view(
                quote,
                bill,
                lines(bill.lines(), priced.items()),
                List.of(),
                priced.creditApplied().minor(),
                0,
                priced.amountDue().minor(),
                now,
                nextAt == null
                        ? null
                        : new QuoteView.Next(nextAt, priced.nextTotal().minor()),
                priced.furtherUpdates().map(Money::minor).orElse(null));
    }

    static QuoteView change(Quote quote, PreparedChange change, boolean goesOn) {
        List<PlannedItem> items = change.target().items();
        return view(
                quote,
                change.bill(),
                lines(change.bill().lines(), items),
                lines(change.waiting(), items),
                change.creditApplied().minor(),
                change.creditGranted().minor(),
                change.amountDue().minor(),
                change.effectiveAt(),
                goesOn ? new QuoteView.Next(change.nextAt(), change.nextTotal().minor()) : null,
                null);
    }

    private static QuoteView view(
            Quote quote,
            Bill bill,
            List<QuoteView.Line> lines,
            List<QuoteView.Line> pending,
            long creditApplied,
            long creditGranted,
            long amountDue,
            Instant effectiveAt,
            QuoteView.@Nullable Next next,
            @Nullable Long furtherUpdates) {
        return new QuoteView(
                quote.id(),
                quote.expiresAt(),
                bill.currency(),
                lines,
                pending,
                bill.subtotal().minor(),
                bill.discount().minor(),
                bill.tax().minor(),
                bill.total().minor(),
                creditApplied,
                creditGranted,
                amountDue,
                effectiveAt,
                next,
                furtherUpdates);
    }

    private static List<QuoteView.Line> lines(List<LineDraft> drafts, List<PlannedItem> items) {
        Map<UUID, PlannedItem> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.itemId(), item));
        return drafts.stream().map(line -> line(line, byId.get(line.itemId()))).toList();
    }

    private static QuoteView.Line line(LineDraft line, @Nullable PlannedItem item) {
        return new QuoteView.Line(
                line.kind(),
                item == null ? null : item.code(),
                line.description(),
                line.quantity(),
                item == null ? null : item.unitAmount(),
                line.amount(),
                line.discount(),
                line.period(),
                line.proration());
    }
}
