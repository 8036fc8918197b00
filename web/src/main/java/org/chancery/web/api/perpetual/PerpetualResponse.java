package org.chancery.web.api.perpetual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.PerpetualOrderView;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.web.api.billing.InvoiceResponse;
import org.chancery.web.api.billing.PaymentResponse;
import org.jspecify.annotations.Nullable;

/**
 * A perpetual license on the wire. The answer to an order, or to one of updates, carries the invoice and the payment
 * besides, and the first of them the license secret.
 */
public record PerpetualResponse(
        UUID id,
        UUID account,
        String status,
        String product,
        String plan,
        String currency,
        String collection,
        List<Item> items,
        Instant orderedAt,
        @Nullable Instant activatedAt,
        @Nullable LocalDate updatesUntil,
        @Nullable UUID updatesInvoice,
        @Nullable Instant expiresAt,
        License license,
        @Nullable String coupon,
        @Nullable InvoiceResponse invoice,
        @Nullable PaymentResponse payment) {

    /** One price and quantity within it; amounts in minor units. */
    public record Item(String kind, String code, String name, int quantity, long unitAmount, long amount) {}

    /** The license it grants. @param secret only in the answer to the order */
    public record License(UUID id, @Nullable String secret) {

        @Override
        public String toString() {
            return "License[id=" + id + "]";
        }
    }

    static PerpetualResponse of(PerpetualView view) {
        return of(view, null, null, null);
    }

    static PerpetualResponse of(PerpetualOrderView order) {
        return of(order.perpetual(), order.licenseSecret(), InvoiceResponse.of(order.invoice()), paymentOf(order));
    }

    private static PaymentResponse paymentOf(PerpetualOrderView order) {
        PaymentView payment = order.payment();
        if (payment != null) {
            return PaymentResponse.of(payment);
        }
        InvoiceView invoice = order.invoice();
        return invoice.amountDue() == 0 ? PaymentResponse.SUCCEEDED : PaymentResponse.AWAITS_TRANSFER;
    }

    private static PerpetualResponse of(
            PerpetualView view,
            @Nullable String secret,
            @Nullable InvoiceResponse invoice,
            @Nullable PaymentResponse payment) {
        return new PerpetualResponse(
                view.id(),
                view.account(),
                view.status().word(),
                view.product(),
                view.plan(),
                view.currency().getCurrencyCode(),
                view.collection().word(),
                view.items().stream()
                        .map(i -> new Item(i.kind(), i.code(), i.name(), i.quantity(), i.unitAmount(), i.amount()))
                        .toList(),
                view.orderedAt(),
                view.activatedAt(),
                view.updatesUntil(),
                view.updatesInvoice(),
                view.expiresAt(),
                new License(view.license(), secret),
                view.coupon(),
                invoice,
                payment);
    }
}
