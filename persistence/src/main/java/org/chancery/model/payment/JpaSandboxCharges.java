package org.chancery.model.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaSandboxCharges implements SandboxCharges {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(SandboxCharge charge) {
        entities.persist(charge);
    }

    @Override
    public Optional<SandboxCharge> find(UUID paymentId) {
        return Optional.ofNullable(entities.find(SandboxCharge.class, paymentId));
    }

    @Override
    public Optional<SandboxCharge> findLocked(UUID paymentId) {
        return Optional.ofNullable(entities.find(SandboxCharge.class, paymentId, LockModeType.PESSIMISTIC_WRITE));
    }
}
