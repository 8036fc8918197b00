package org.chancery.model.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaInstanceEvents implements InstanceEvents {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(InstanceEvent event) {
        entities.persist(event);
    }

    @Override
    public long countSince(UUID licenseId, InstanceEventType type, Instant since) {
        return entities.createQuery(
                        "select count(e) from InstanceEvent e where e.licenseId = :license and e.eventType = :type"
                                + " and e.happenedAt > :since",
                        Long.class)
                .setParameter("license", licenseId)
                .setParameter("type", type)
                .setParameter("since", since)
                .getSingleResult();
    }

    @Override
    public List<InstanceEvent> latestOf(UUID licenseId, int limit) {
        return entities.createQuery(
                        "select e from InstanceEvent e where e.licenseId = :license"
                                + " order by e.happenedAt desc, e.id desc",
                        InstanceEvent.class)
                .setParameter("license", licenseId)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<InstanceEvent> ofInstance(UUID instanceId, @Nullable UUID after, int limit) {
        return entities.createQuery( // ids are time-ordered, so the id is the page mark
                        "select e from InstanceEvent e where e.instanceId = :instance and e.id < :after"
                                + " order by e.id desc",
                        InstanceEvent.class)
                .setParameter("instance", instanceId)
                .setParameter("after", after == null ? AFTER_ALL : after)
                .setMaxResults(limit)
                .getResultList();
    }
}
