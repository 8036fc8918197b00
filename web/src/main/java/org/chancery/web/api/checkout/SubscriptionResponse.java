package org.chancery.web.api.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.ChangeOutcome;
import org.chancery.service.checkout.OrderView;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.api.PeriodResponse;
import org.chancery.web.api.billing.InvoiceResponse;
import org.chancery.web.api.billing.PaymentResponse;
import org.jspecify.annotations.Nullable;

/** A subscription on the wire. The order's answer carries the license secret, the invoice and the payment besides. */
public record SubscriptionResponse(
        UUID id,
        UUID account,
        String status,
        String product,
        String plan,
        String period,
        String currency,
        String collection,
        List<Item> items,
        Instant orderedAt,
        @Nullable PeriodResponse currentPeriod,
        License license,
        @Nullable Instant cancelAt,
        @Nullable Instant endedAt,
        @Nullable PendingChange pendingChange,
        List<PendingLine> pendingLines,
        @Nullable String coupon,
        @Nullable InvoiceResponse invoice,
        @Nullable PaymentResponse payment) {

    /** One price and quantity within it; amounts in minor units per period. */
    public record Item(String kind, String code, String name, int quantity, long unitAmount, long amount) {}

    /** What it will become. @param effectiveAt absent while it waits for its payment */
    public record PendingChange(
            String plan,
            String period,
            Map<String, Integer> addOns,
            @Nullable Instant effectiveAt,
            @Nullable UUID invoice,
            @Nullable Instant lapsesAt) {

        static @Nullable PendingChange of(SubscriptionView.@Nullable Change change) {
            return change == null
                    ? null
                    : new PendingChange(
                            change.plan(),
                            change.period().word(),
                            change.addOns(),
                            change.effectiveAt(),
                            change.invoice(),
                            change.lapsesAt());
        }
    }

    /** What waits for the next invoice; amounts in minor units, before tax. */
    public record PendingLine(
            String kind,
            String description,
            int quantity,
            long amount,
            long discount,
            PeriodResponse period,
            boolean proration) {

        static PendingLine of(InvoiceView.Line line) {
            return new PendingLine(
                    line.kind(),
                    line.description(),
                    line.quantity(),
                    line.amount(),
                    line.discount(),
                    new PeriodResponse(line.period().start(), line.period().end()),
                    line.proration());
        }
    }

    /** The license it grants. @param secret only in the answer to the order */
    public record License(UUID id, @Nullable String secret) {

        @Override
        public String toString() {
            return "License[id=" + id + "]";
        }
    }

    static SubscriptionResponse of(SubscriptionView view) {
        return of(view, List.of());
    }

    static SubscriptionResponse of(SubscriptionView view, List<InvoiceView.Line> waiting) {
        return of(view, null, null, null, waiting);
    }

    static SubscriptionResponse of(ChangeOutcome outcome, List<InvoiceView.Line> waiting) {
        PaymentView payment = outcome.payment();
        return of(
                outcome.subscription(),
                null,
                outcome.invoice(),
                payment == null ? null : PaymentResponse.of(payment),
                waiting);
    }

    static SubscriptionResponse of(OrderView order) {
        return of(order.subscription(), order.licenseSecret(), order.invoice(), paymentOf(order), List.of());
    }

    private static @Nullable PaymentResponse paymentOf(OrderView order) {
        if (order.payment() != null) {
            return PaymentResponse.of(order.payment());
        }
        InvoiceView invoice = order.invoice();
        if (invoice == null) {
            return null; // a trial
        }
        return invoice.amountDue() == 0 ? PaymentResponse.SUCCEEDED : PaymentResponse.AWAITS_TRANSFER;
    }

    private static SubscriptionResponse of(
            SubscriptionView view,
            @Nullable String secret,
            @Nullable InvoiceView invoice,
            @Nullable PaymentResponse payment,
            List<InvoiceView.Line> waiting) {
        return new SubscriptionResponse(
                view.id(),
                view.account(),
                view.status().word(),
                view.product(),
                view.plan(),
                view.period().word(),
                view.currency().getCurrencyCode(),
                view.collection().word(),
                view.items().stream()
                        .map(i -> new Item(i.kind(), i.code(), i.name(), i.quantity(), i.unitAmount(), i.amount()))
                        .toList(),
                view.orderedAt(),
                PeriodResponse.of(view.currentPeriod()),
                new License(view.license(), secret),
                view.cancelAt(),
                view.endedAt(),
                PendingChange.of(view.pendingChange()),
                waiting.stream().map(PendingLine::of).toList(),
                view.coupon(),
                invoice == null ? null : InvoiceResponse.of(invoice),
                payment);
    }
}
