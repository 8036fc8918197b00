package org.chancery.web.api.checkout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.OrderView;
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
        @Nullable InvoiceResponse invoice,
        @Nullable PaymentResponse payment) {

    /** One price and quantity within it; amounts in minor units per period. */
    public record Item(String kind, String code, String name, int quantity, long unitAmount, long amount) {}

    /** The license it grants. @param secret only in the answer to the order */
    public record License(UUID id, @Nullable String secret) {

        @Override
        public String toString() {
            return "License[id=" + id + "]";
        }
    }

    static SubscriptionResponse of(SubscriptionView view) {
        return of(view, null, null, null);
    }

    static SubscriptionResponse of(OrderView order) {
        return of(order.subscription(), order.licenseSecret(), order.invoice(), paymentOf(order));
    }

    private static PaymentResponse paymentOf(OrderView order) {
        if (order.payment() != null) {
            return PaymentResponse.of(order.payment());
        }
        return order.invoice().amountDue() == 0 ? PaymentResponse.SUCCEEDED : PaymentResponse.AWAITS_TRANSFER;
    }

    private static SubscriptionResponse of(
            SubscriptionView view,
            @Nullable String secret,
            @Nullable InvoiceView invoice,
            @Nullable PaymentResponse payment) {
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
                invoice == null ? null : InvoiceResponse.of(invoice),
                payment);
    }
}
