package org.chancery.model.licensing;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Signing keys without a database. */
public class InMemorySigningKeys implements SigningKeys {

    private final List<SigningKey> keys = new CopyOnWriteArrayList<>();

    private boolean inUse;

    /** From now on somebody relies on what was signed. */
    public void useThem() {
        inUse = true;
    }

    /** They are gone, as after a restore that left them out. */
    public void lose() {
        keys.clear();
    }

    @Override
    public boolean hasSigned() {
        return inUse;
    }

    @Override
    public void add(SigningKey key) {
        if (keys.stream().anyMatch(SigningKey::isSigning)) {
            throw new IllegalStateException("Two keys cannot sign");
        }
        keys.add(key);
    }

    @Override
    public List<SigningKey> all() {
        return keys.stream()
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed())
                .toList();
    }
}
