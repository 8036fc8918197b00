package org.chancery.model.billing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** All invoices and the counters that number them. */
public interface Invoices {

    void add(Invoice invoice);

    Optional<Invoice> find(UUID id);

    /** Locks the row until the transaction ends. */
    Optional<Invoice> findLocked(UUID id);

    /** As {@link #findLocked} for several at once, always in the same order; their lines come together. */
    void lockAll(Collection<UUID> ids);

    /** The subscriptions that these invoices are of. */
    List<UUID> subscriptionsOf(Collection<UUID> ids);

    /**
     * Writes down what was changed so far, where the order matters: what gave up the key of a period comes before what
     * takes it.
     */
    void writeDown();

    /** Whose invoice it is, without loading it: the account is locked before the invoice. */
    Optional<UUID> accountOf(UUID id);

    /** The open invoices of a subscription, the one due first at the top, locked. */
    List<Invoice> openOfSubscription(UUID subscriptionId);

    /** The open invoices of a perpetual license, the one due first at the top, locked. */
    List<Invoice> openOfPerpetual(UUID perpetualLicenseId);

    /** Invoices and credit notes of a subscription with a line that pays for something after this instant, oldest first. */
    List<Invoice> servingAfter(UUID subscriptionId, Instant instant);

    /** A page of an account's invoices, or of all when the account is null, newest first, after the given id. */
    List<Invoice> page(@Nullable UUID accountId, @Nullable UUID after, int limit);

    /**
     * A page of invoices with whose they are, newest first, after the given id.
     *
     * @param accountId whose, or null for everybody's
     * @param now decides what is overdue
     */
    List<InvoiceOfCompany> search(
            @Nullable UUID accountId, InvoiceFilter filter, Instant now, @Nullable UUID after, int limit);

    /** The open invoices that are due first, with whose they are. */
    List<InvoiceOfCompany> dueFirst(int limit);

    long count(InvoiceFilter filter, Instant now);
    /** The newest invoices of a subscription with their lines, at most this many. */
    List<Invoice> ofSubscription(UUID subscriptionId, int limit);

    /** The newest invoices of a perpetual license with their lines, at most this many. */
    List<Invoice> ofPerpetual(UUID perpetualLicenseId, int limit);

    /** An account's open invoices with their lines, at most this many, the one due first at the top. */
    List<Invoice> openOf(UUID accountId, int limit);

    /** The counter of a series, locked until the transaction ends. Last in the lock order. */
    InvoiceSeries lockSeries(String code);

    /** @throws NotFoundException when there is none */
    default Invoice require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("invoice", id));
    }

    /** @throws NotFoundException when there is none */
    default Invoice requireLocked(UUID id) {
        return findLocked(id).orElseThrow(() -> new NotFoundException("invoice", id));
    }
}
