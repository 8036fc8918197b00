package org.chancery.model.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;

/** All payments. */
public interface Payments {

    void add(Payment payment);

    Optional<Payment> find(UUID id);

    /** The payment as it is now, with its row locked until the transaction ends; the account is locked before it. */
    Optional<Payment> findLocked(UUID id);

    /** As {@link #find} for several at once. */
    List<Payment> findAll(Collection<UUID> ids);

    /** As {@link #findLocked} for several at once, always in the same order. */
    List<Payment> lockAll(Collection<UUID> ids);

    /** As {@link #accountOf} for several at once. */
    List<UUID> accountsOf(Collection<UUID> ids);

    /** Whose payment it is, without loading it: the account is locked before the payment. */
    Optional<UUID> accountOf(UUID id);

    /** The payments on an invoice, oldest first. */
    List<Payment> ofInvoice(UUID invoiceId);

    /** True while the outcome of a charge to this method is open. */
    boolean isMethodInFlight(UUID paymentMethodId);

    /**
     * Payments whose outcome is open and has to be asked for, the longest waiting first.
     *
     * @param machineTime decides for those that were never answered: a crash follows the machine
     * @param businessTime decides for those that customers and banks take time for
     */
    List<UUID> dueForAsking(Instant machineTime, Instant businessTime, int limit);

    /**
     * The payment that has to be asked for first.
     *
     * @param machineTime decides for those that were never answered; they are due now
     * @param until by when the others have to fall due, by the business clock
     */
    Optional<Ask> nextAsk(Instant machineTime, Instant businessTime, Instant until);

    /** A payment to be asked for, and when. */
    record Ask(UUID payment, Instant at) {}

    /** @throws NotFoundException when there is none */
    default Payment require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("payment", id));
    }

    /** @throws NotFoundException when there is none */
    default Payment requireLocked(UUID id) {
        return findLocked(id).orElseThrow(() -> new NotFoundException("payment", id));
    }
}
