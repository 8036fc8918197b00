package org.chancery.service.payment.port;

import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;

/**
 * The payment provider. Every call but {@link #isReady} and {@link #leastCharge} goes over a network, so it is never made inside a transaction: an
 * architecture rule wants the callers to run under {@code NEVER}.
 */
public interface PaymentGateway {

    /** True when there is a provider at all; without one, invoices are paid by bank transfer only. */
    boolean isReady();

    /** The least that can be charged at once; what is less waits. */
    Money leastCharge(Currency currency);

    /**
     * Attaches what the customer typed at the provider's form.
     *
     * @param token what the form gave back
     * @throws InvalidRequestException naming {@code token} when the provider does not know it, or it is of another type
     */
    AttachedMethod attach(UUID accountId, PaymentMethodType type, String token);

    /**
     * Opens a page of the provider's own, where the customer types a card or signs a mandate: no number ever passes through
     * us.
     *
     * @param returnAddress where the provider sends the customer afterwards, whatever happened there: a path of ours, to
     *     which the provider adds the reference of this visit as the parameter {@code setup}
     * @return where to send the customer, absolute
     */
    String openSetup(UUID accountId, String returnAddress);

    /**
     * What the customer did on that page. Asking again gives the same answer.
     *
     * @param setup the reference that came back
     * @return empty when the customer turned back, or has not finished yet
     * @throws NotFoundException when there was no such visit, or another account made it
     */
    Optional<AttachedMethod> setupOutcome(UUID accountId, String setup);

    /** Charges once for each payment id, however often it is called: the id is the idempotency key. */
    ChargeOutcome charge(ChargeOrder order);

    /** What became of a charge sent earlier, {@link ChargeOutcome.Kind#ABSENT} when it never arrived. */
    ChargeOutcome stateOf(UUID paymentId);

    /**
     * Gives up a charge that waits for the customer.
     *
     * @return what became of it: money that had moved by then stays moved
     */
    ChargeOutcome cancel(UUID paymentId);
}
