package org.chancery.web.portal.payment;

import java.time.Instant;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.payment.PaymentView;
import org.jspecify.annotations.Nullable;

/**
 * How the payment of an open invoice stands.
 *
 * @param byTransfer true when it was to be paid by bank transfer
 * @param latest the last attempt or transfer, or null when there was none
 * @param tried what that attempt charged, or null
 * @param keptUntil how long the order waits for its payment, or null when it is no order by charge
 */
public record Dues(
        InvoiceView invoice,
        boolean byTransfer,
        @Nullable PaymentView latest,
        @Nullable PaymentMethodView tried,
        @Nullable Instant keptUntil) {

    /** What the customer should know first. */
    public enum State {
        /** Nothing was tried yet, or a transfer brought a part. */
        OPEN,
        DECLINED,
        /** The customer's bank has a question. */
        CONFIRM,
        /** A debit is on its way. */
        PROCESSING,
        /** The provider has not answered: the money may have moved or not. */
        ASKING
    }

    public State state() {
        if (latest == null) {
            return State.OPEN;
        }
        return switch (latest.status()) {
            case PENDING -> State.ASKING;
            case REQUIRES_ACTION -> State.CONFIRM;
            case PROCESSING -> State.PROCESSING;
            case FAILED -> State.DECLINED;
            case SUCCEEDED -> State.OPEN;
        };
    }

    /** False while another attempt might charge twice. */
    public boolean isChargeable() {
        return state() != State.PROCESSING && state() != State.ASKING;
    }

    /** True when the last attempt was a debit from a bank account. */
    public boolean isDebit() {
        return tried != null && tried.type() == PaymentMethodType.SEPA;
    }

    /** True when the last attempt failed with this very method. */
    public boolean failedWith(PaymentMethodView method) {
        return state() == State.DECLINED && isTried(method);
    }

    /** True when this very method waits for the customer's confirmation. */
    public boolean waitsFor(PaymentMethodView method) {
        return state() == State.CONFIRM && isTried(method);
    }

    private boolean isTried(PaymentMethodView method) {
        return tried != null && tried.id().equals(method.id());
    }

    /** Why the last attempt failed; null unless it did. */
    public @Nullable Decline decline() {
        return latest == null ? null : latest.decline();
    }
}
