package org.chancery.model.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaPayments implements Payments {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Payment payment) {
        entities.persist(payment);
    }

    @Override
    public Optional<Payment> find(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id));
    }

    @Override
    public Optional<Payment> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Payment> findAll(Collection<UUID> ids) {
        return all(ids).getResultList();
    }

    @Override
    public List<Payment> lockAll(Collection<UUID> ids) {
        return all(ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<Payment> all(Collection<UUID> ids) {
        return entities.createQuery("select p from Payment p where p.id in :ids order by p.id", Payment.class)
                .setParameter("ids", ids);
    }

    @Override
    public List<UUID> accountsOf(Collection<UUID> ids) {
        return entities.createQuery("select distinct p.accountId from Payment p where p.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return entities.createQuery("select p.accountId from Payment p where p.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Payment> ofInvoice(UUID invoiceId) {
        return entities.createQuery(
                        "select p from Payment p where p.invoiceId = :invoice order by p.createdAt, p.id",
                        Payment.class)
                .setParameter("invoice", invoiceId)
                .getResultList();
    }

    @Override
    public boolean isMethodInFlight(UUID paymentMethodId) {
        return entities.createQuery(
                                "select count(p) from Payment p where p.paymentMethodId = :method"
                                        + " and p.inFlightInvoiceId is not null",
                                Long.class)
                        .setParameter("method", paymentMethodId)
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<UUID> dueForAsking(Instant machineTime, Instant businessTime, int limit) {
        return entities.createQuery(
                        "select p.id from Payment p where p.status = :unanswered and p.askAt <= :machine"
                                + " or p.status in :slow and p.askAt <= :business order by p.askAt, p.id",
                        UUID.class)
                .setParameter("unanswered", PaymentStatus.PENDING)
                .setParameter("machine", machineTime)
                .setParameter("slow", List.of(PaymentStatus.REQUIRES_ACTION, PaymentStatus.PROCESSING))
                .setParameter("business", businessTime)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Optional<Ask> nextAsk(Instant machineTime, Instant businessTime, Instant until) {
        Optional<Ask> unanswered = entities.createQuery(
                        "select p.id from Payment p where p.status = :unanswered and p.askAt <= :machine"
                                + " order by p.askAt, p.id",
                        UUID.class)
                .setParameter("unanswered", PaymentStatus.PENDING)
                .setParameter("machine", machineTime)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(id -> new Ask(id, businessTime));
        return unanswered.or(() -> nextSlow(until));
    }

    private Optional<Ask> nextSlow(Instant until) {
        return entities.createQuery(
                        "select new org.chancery.model.payment.Payments$Ask(p.id, p.askAt) from Payment p"
                                + " where p.status in :slow and p.askAt <= :until order by p.askAt, p.id",
                        Ask.class)
                .setParameter("slow", List.of(PaymentStatus.REQUIRES_ACTION, PaymentStatus.PROCESSING))
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
