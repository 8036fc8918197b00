package org.chancery.model.licensing;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Signing keys without a database. */
public class InMemorySigningKeys implements SigningKeys {

    private final List<SigningKey> keys = new CopyOnWriteArrayList<>();

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
