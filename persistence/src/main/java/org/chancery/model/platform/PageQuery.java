package org.chancery.model.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way lists are paged: by id, which is time-ordered, so that a page costs the same wherever it lies. */
public final class PageQuery {

    private PageQuery() {}

    /**
     * The ids of one page, newest first.
     *
     * @param root an entity with an {@code accountId}
     * @param accountId whose rows, or null for everybody's
     * @param after the last id of the page before, or null for the first page
     */
    public static List<UUID> idsNewestFirst(
            EntityManager entities,
            Class<? extends AggregateRoot> root,
            @Nullable UUID accountId,
            @Nullable UUID after,
            int limit) {
        StringBuilder text = new StringBuilder("select e.id from " + root.getSimpleName() + " e where 1 = 1");
        if (accountId != null) {
            text.append(" and e.accountId = :account");
        }
        if (after != null) {
            text.append(" and e.id < :after");
        }
        TypedQuery<UUID> query =
                entities.createQuery(text.append(" order by e.id desc").toString(), UUID.class);
        if (accountId != null) {
            query.setParameter("account", accountId);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }
}
