package org.chancery.model.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.PageQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaInvoices implements Invoices {

    private static final String WITH_COMPANY =
            "select new org.chancery.model.billing.InvoiceOfCompany(i, a.company) from Invoice i"
                    + " join Account a on a.id = i.accountId where ";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Invoice invoice) {
        entities.persist(invoice);
    }

    @Override
    public void writeDown() {
        entities.flush(); // left to itself, Hibernate inserts before it updates
    }

    @Override
    public void lockAll(Collection<UUID> ids) {
        entities.createQuery("select i from Invoice i where i.id in :ids order by i.id", Invoice.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    public List<UUID> subscriptionsOf(Collection<UUID> ids) {
        return entities.createQuery(
                        "select distinct i.subscriptionId from Invoice i where i.id in :ids"
                                + " and i.subscriptionId is not null",
                        UUID.class)
                .setParameter("ids", ids)
                .getResultList();
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
    public List<Invoice> openOfSubscription(UUID subscriptionId) {
        return entities.createQuery(
                        "select i from Invoice i where i.subscriptionId = :subscription and i.status = :open"
                                + " order by i.dueAt, i.id",
                        Invoice.class)
                .setParameter("subscription", subscriptionId)
                .setParameter("open", InvoiceStatus.OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    public List<Invoice> openOfPerpetual(UUID perpetualLicenseId) {
        return entities.createQuery(
                        "select i from Invoice i where i.perpetualLicenseId = :perpetual and i.status = :open"
                                + " order by i.dueAt, i.id",
                        Invoice.class)
                .setParameter("perpetual", perpetualLicenseId)
                .setParameter("open", InvoiceStatus.OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    public List<Invoice> servingAfter(UUID subscriptionId, Instant instant) {
        return withLines(entities.createQuery(
                                "select distinct i.id from Invoice i join i.lines l"
                                        + " where i.subscriptionId = :subscription and l.period.end > :instant",
                                UUID.class)
                        .setParameter("subscription", subscriptionId)
                        .setParameter("instant", instant)
                        .getResultList())
                .stream()
                .sorted(Comparator.comparing(Invoice::id))
                .toList();
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
    public List<Invoice> ofPerpetual(UUID perpetualLicenseId, int limit) {
        return withLines(entities.createQuery(
                        "select i.id from Invoice i where i.perpetualLicenseId = :perpetual order by i.id desc",
                        UUID.class)
                .setParameter("perpetual", perpetualLicenseId)
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
    public List<InvoiceOfCompany> search(
            @Nullable UUID accountId, InvoiceFilter filter, Instant now, @Nullable UUID after, int limit) {
        String text = WITH_COMPANY + condition(filter)
                + (accountId == null ? "" : " and i.accountId = :account")
                + (after == null ? "" : " and i.id < :after") + " order by i.id desc";
        TypedQuery<InvoiceOfCompany> query = entities.createQuery(text, InvoiceOfCompany.class);
        bind(query, filter, now);
        if (accountId != null) {
            query.setParameter("account", accountId);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    @Override
    public List<InvoiceOfCompany> dueFirst(int limit) {
        return entities.createQuery(WITH_COMPANY + "i.status = :status order by i.dueAt, i.id", InvoiceOfCompany.class)
                .setParameter("status", InvoiceStatus.OPEN)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long count(InvoiceFilter filter, Instant now) {
        TypedQuery<Long> query =
                entities.createQuery("select count(i) from Invoice i where " + condition(filter), Long.class);
        bind(query, filter, now);
        return query.getSingleResult();
    }

    private static String condition(InvoiceFilter filter) {
        return switch (filter) {
            case ALL -> "1 = 1";
            case OPEN, PAID -> "i.status = :status";
            case OVERDUE -> "i.status = :status and i.dueAt < :now";
        };
    }

    private static void bind(TypedQuery<?> query, InvoiceFilter filter, Instant now) {
        if (filter != InvoiceFilter.ALL) {
            query.setParameter("status", filter == InvoiceFilter.PAID ? InvoiceStatus.PAID : InvoiceStatus.OPEN);
        }
        if (filter == InvoiceFilter.OVERDUE) {
            query.setParameter("now", now);
        }
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
