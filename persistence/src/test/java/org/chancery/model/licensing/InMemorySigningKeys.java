package org.chancery.model.licensing;

import java.time.Instant;
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
        if (find(SigningKeyState.NEXT).isPresent()) {
            throw new IllegalStateException("Two keys cannot wait");
        }
        keys.add(key);
    }

    /** As if it had been handed over to when it was made. */
    public void addSigning(SigningKey key) {
        key.sign(key.createdAt());
        keys.add(key);
    }

    @Override
    public void handOver(SigningKey next, Instant now) {
        find(SigningKeyState.SIGNING).ifPresent(before -> before.retire(now));
        next.sign(now);
    }

    @Override
    public List<SigningKey> all() {
        return keys.stream()
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed())
                .toList();
    }
}
