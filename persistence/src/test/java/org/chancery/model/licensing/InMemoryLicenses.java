package org.chancery.model.licensing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Licenses without a database. Locks keep nobody out, and are counted: tests of races belong to the container. */
public class InMemoryLicenses implements Licenses {

    private final Map<UUID, License> byId = new ConcurrentHashMap<>();
    private int locks;

    /** How often a row was locked. */
    public int locks() {
        return locks;
    }

    @Override
    public void add(License license) {
        byId.put(license.id(), license);
    }

    @Override
    public Optional<License> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<License> findLocked(UUID id) {
        locks++;
        return find(id);
    }

    @Override
    public Optional<License> findBySecretHash(String hash) {
        return byId.values().stream()
                .filter(license -> license.knowsSecret(hash))
                .findFirst();
    }

    @Override
    public List<License> ofAccount(UUID accountId, @Nullable UUID after, int limit) {
        return byId.values().stream()
                .filter(license -> license.accountId().equals(accountId))
                .filter(license -> after == null || license.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(License::id).reversed())
                .limit(limit)
                .toList();
    }
}
