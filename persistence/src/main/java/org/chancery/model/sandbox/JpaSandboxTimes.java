package org.chancery.model.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

@ApplicationScoped
class JpaSandboxTimes implements SandboxTimes {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public SandboxTime get() {
        return entities.find(SandboxTime.class, SandboxTime.ONLY);
    }

    @Override
    public SandboxTime getLocked() {
        return entities.find(SandboxTime.class, SandboxTime.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }
}
