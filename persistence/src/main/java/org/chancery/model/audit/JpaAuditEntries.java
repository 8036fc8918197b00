package org.chancery.model.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JpaAuditEntries implements AuditEntries {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(AuditEntry entry) {
        entities.persist(entry);
    }

    @Override
    public List<AuditEntry> latestOf(UUID accountId, int limit) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.accountId = :account order by e.happenedAt desc, e.id desc",
                        AuditEntry.class)
                .setParameter("account", accountId)
                .setMaxResults(limit)
                .getResultList();
    }
}
