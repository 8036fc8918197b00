package org.chancery.model.licensing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Offline licenses without a database. */
public class InMemoryOfflineLicenses implements OfflineLicenses {

    private static final Comparator<OfflineLicense> NEWEST_FIRST =
            Comparator.comparing((OfflineLicense file) -> file.id().toString()).reversed();

    private final Map<UUID, OfflineLicense> byId = new ConcurrentHashMap<>();

    @Override
    public void add(OfflineLicense file) {
        byId.put(file.id(), file);
    }

    @Override
    public Optional<OfflineLicense> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<OfflineLicense> ofRequest(UUID licenseId, String nonce) {
        return ofLicense(licenseId).filter(file -> file.answers(nonce)).findFirst();
    }

    @Override
    public List<OfflineLicense> ofInstance(UUID instanceId) {
        return byId.values().stream()
                .filter(file -> file.instanceId().equals(instanceId))
                .sorted(NEWEST_FIRST.reversed())
                .toList();
    }

    @Override
    public List<OfflineLicense> ofLicense(UUID licenseId, @Nullable UUID after, int limit) {
        return ofLicense(licenseId)
                .sorted(NEWEST_FIRST)
                .filter(file -> after == null || file.id().toString().compareTo(after.toString()) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<OfflineLicense> outstanding(UUID licenseId, Instant now) {
        return ofLicense(licenseId)
                .filter(file -> file.state() != OfflineState.RETURNED
                        && file.expiresAt().map(now::isBefore).orElse(true))
                .toList();
    }

    private Stream<OfflineLicense> ofLicense(UUID licenseId) {
        return byId.values().stream().filter(file -> file.licenseId().equals(licenseId));
    }
}
