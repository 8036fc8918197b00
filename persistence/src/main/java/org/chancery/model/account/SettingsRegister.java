package org.chancery.model.account;

import java.util.Optional;

/** Where the one row of settings is kept. */
public interface SettingsRegister {

    void add(Settings settings);

    Optional<Settings> find();

    /** The settings with their row locked. */
    Optional<Settings> findLocked();

    /** What holds now; the initial values until somebody has settled anything. */
    default SettingsValues current() {
        return find().map(Settings::values).orElse(SettingsValues.INITIAL);
    }
}
