package org.chancery.model.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.PageQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaInvoices implements Invoices {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Invoice invoice) {
        entities.persist(invoice);
    }

    @Override
    public Optional<Invoice> find(UUID id) {
        return Optional.ofNullable(entities.find(Invoice.class, id));
    }

    @Override
    public Optional<Invoice> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return entities.createQuery("select i.accountId from Invoice i where i.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Invoice> findFirstOf(UUID subscriptionId) {
        return entities.createQuery(
                        "select i from Invoice i where i.subscriptionId = :subscription and i.periodIndex = 0",
                        Invoice.class)
                .setParameter("subscription", subscriptionId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Invoice> page(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        return withLines(PageQuery.idsNewestFirst(entities, Invoice.class, accountId, after, limit));
    }

    @Override
    public List<Invoice> ofSubscription(UUID subscriptionId, int limit) {
        return withLines(entities.createQuery(
                        "select i.id from Invoice i where i.subscriptionId = :subscription order by i.id desc",
                        UUID.class)
                .setParameter("subscription", subscriptionId)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public List<Invoice> openOf(UUID accountId, int limit) {
        return withLines(entities.createQuery(
                                "select i.id from Invoice i where i.accountId = :account and i.status = :open"
                                        + " order by i.dueAt, i.id",
                                UUID.class)
                        .setParameter("account", accountId)
                        .setParameter("open", InvoiceStatus.OPEN)
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .sorted(Comparator.comparing(invoice -> invoice.dueAt().orElse(Instant.MAX)))
                .toList();
    }

    private List<Invoice> withLines(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select distinct i from Invoice i left join fetch i.lines where i.id in :ids"
                                        + " order by i.id desc",
                                Invoice.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    @Override
    public InvoiceSeries lockSeries(String code) {
        InvoiceSeries series = entities.find(InvoiceSeries.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (series == null) {
            throw new IllegalStateException("The migration makes every series, " + code + " is missing");
        }
        return series;
    }
}
