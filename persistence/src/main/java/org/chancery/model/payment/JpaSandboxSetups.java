package org.chancery.model.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaSandboxSetups implements SandboxSetups {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(SandboxSetup setup) {
        entities.persist(setup);
    }

    @Override
    public Optional<SandboxSetup> find(UUID id) {
        return Optional.ofNullable(entities.find(SandboxSetup.class, id));
    }

    @Override
    public Optional<SandboxSetup> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(SandboxSetup.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
