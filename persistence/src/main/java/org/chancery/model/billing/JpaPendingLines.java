package org.chancery.model.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JpaPendingLines implements PendingLines {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(PendingLine line) {
        entities.persist(line);
    }

    @Override
    public List<PendingLine> of(UUID subscriptionId) {
        return entities.createQuery(
                        "select l from PendingLine l where l.subscriptionId = :subscription order by l.id",
                        PendingLine.class)
                .setParameter("subscription", subscriptionId)
                .getResultList();
    }

    @Override
    public void remove(List<PendingLine> lines) {
        lines.forEach(entities::remove);
    }
}
