package org.chancery.model.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Payments without a database. */
public class InMemoryPayments implements Payments {

    private final Map<UUID, Payment> rows = new LinkedHashMap<>();

    @Override
    public void add(Payment payment) {
        rows.put(payment.id(), payment);
    }

    @Override
    public Optional<Payment> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<Payment> findLocked(UUID id) {
        return find(id);
    }

    @Override
    public List<Payment> findAll(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public List<Payment> lockAll(Collection<UUID> ids) {
        return findAll(ids);
    }

    @Override
    public List<UUID> accountsOf(Collection<UUID> ids) {
        return findAll(ids).stream().map(Payment::accountId).distinct().toList();
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return find(id).map(Payment::accountId);
    }

    @Override
    public List<Payment> ofInvoice(UUID invoiceId) {
        return rows.values().stream()
                .filter(payment -> payment.invoiceId().equals(invoiceId))
                .toList();
    }

    @Override
    public boolean isMethodInFlight(UUID paymentMethodId) {
        return rows.values().stream().filter(Payment::isInFlight).anyMatch(payment -> payment.paymentMethodId()
                .filter(paymentMethodId::equals)
                .isPresent());
    }

    @Override
    public List<UUID> dueForAsking(Instant machineTime, Instant businessTime, int limit) {
        return rows.values().stream()
                .filter(payment -> payment.askAt()
                        .filter(at ->
                                !at.isAfter(payment.status() == PaymentStatus.PENDING ? machineTime : businessTime))
                        .isPresent())
                .sorted(Comparator.comparing(payment -> payment.askAt().orElseThrow()))
                .limit(limit)
                .map(Payment::id)
                .toList();
    }

    @Override
    public Optional<Ask> nextAsk(Instant machineTime, Instant businessTime, Instant until) {
        return dueForAsking(machineTime, until, 1).stream().findFirst().map(id -> {
            Payment payment = require(id);
            boolean unanswered = payment.status() == PaymentStatus.PENDING;
            return new Ask(id, unanswered ? businessTime : payment.askAt().orElseThrow());
        });
    }
}
