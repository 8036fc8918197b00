package org.chancery.model.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JpaSigningKeys implements SigningKeys {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(SigningKey key) {
        entities.persist(key);
        entities.flush();
    }

    @Override
    public void handOver(SigningKey next, Instant now) {
        find(SigningKeyState.SIGNING).ifPresent(before -> before.retire(now));
        entities.flush(); // the predecessor first, or the two would meet in the unique index
        next.sign(now);
        entities.flush();
    }

    @Override
    public boolean hasSigned() {
        return !entities.createQuery("select i.id from Instance i", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public List<SigningKey> all() {
        return entities.createQuery("select k from SigningKey k order by k.createdAt desc, k.kid", SigningKey.class)
                .getResultList();
    }
}
