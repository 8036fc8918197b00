package org.chancery.model.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings in memory. */
public class InMemorySettings implements SettingsRegister {

    private @Nullable Settings settings;

    @Override
    public void add(Settings first) {
        settings = first;
    }

    @Override
    public Optional<Settings> find() {
        return Optional.ofNullable(settings);
    }

    @Override
    public Optional<Settings> findLocked() {
        return find();
    }
}
