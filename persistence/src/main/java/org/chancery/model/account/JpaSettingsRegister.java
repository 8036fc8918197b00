package org.chancery.model.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

@ApplicationScoped
class JpaSettingsRegister implements SettingsRegister {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Settings settings) {
        entities.persist(settings);
    }

    @Override
    public Optional<Settings> find() {
        return Optional.ofNullable(entities.find(Settings.class, Settings.ID));
    }

    @Override
    public Optional<Settings> findLocked() {
        return Optional.ofNullable(entities.find(Settings.class, Settings.ID, LockModeType.PESSIMISTIC_WRITE));
    }
}
