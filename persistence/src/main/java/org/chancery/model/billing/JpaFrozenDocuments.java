package org.chancery.model.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaFrozenDocuments implements FrozenDocuments {

    private static final String ISSUED = " from FrozenDocument d join Invoice i on i.id = d.invoiceId"
            + " where i.issuedAt >= :from and i.issuedAt < :until";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(FrozenDocument document) {
        entities.persist(document);
    }

    @Override
    public Optional<FrozenDocument> find(UUID invoiceId) {
        return Optional.ofNullable(entities.find(FrozenDocument.class, invoiceId));
    }

    @Override
    public List<FrozenDocument> issued(
            @Nullable UUID accountId, Instant from, Instant until, @Nullable UUID after, int limit) {
        // Ids are time-ordered, so the id is the page mark.
        String rest = (after == null ? "" : " and i.id > :after") + " order by i.id";
        TypedQuery<FrozenDocument> query =
                entities.createQuery("select d" + ISSUED + ofAccount(accountId) + rest, FrozenDocument.class);
        bind(query, accountId, from, until);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    @Override
    public long countIssued(@Nullable UUID accountId, Instant from, Instant until) {
        TypedQuery<Long> query = entities.createQuery("select count(d)" + ISSUED + ofAccount(accountId), Long.class);
        bind(query, accountId, from, until);
        return query.getSingleResult();
    }

    private static String ofAccount(@Nullable UUID accountId) {
        return accountId == null ? "" : " and i.accountId = :account";
    }

    private static void bind(TypedQuery<?> query, @Nullable UUID accountId, Instant from, Instant until) {
        query.setParameter("from", from).setParameter("until", until);
        if (accountId != null) {
            query.setParameter("account", accountId);
        }
    }
}
