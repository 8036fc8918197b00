package org.chancery.model.payment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The provider's visits without a database. */
public class InMemorySandboxSetups implements SandboxSetups {

    private final Map<UUID, SandboxSetup> rows = new LinkedHashMap<>();

    @Override
    public void add(SandboxSetup setup) {
        rows.put(setup.id(), setup);
    }

    @Override
    public Optional<SandboxSetup> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<SandboxSetup> findLocked(UUID id) {
        return find(id);
    }
}
