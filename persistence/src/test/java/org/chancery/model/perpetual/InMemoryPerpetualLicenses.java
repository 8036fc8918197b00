package org.chancery.model.perpetual;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Perpetual licenses without a database. */
public class InMemoryPerpetualLicenses implements PerpetualLicenses {

    private final Map<UUID, PerpetualLicense> rows = new LinkedHashMap<>();

    @Override
    public void add(PerpetualLicense perpetual) {
        rows.put(perpetual.id(), perpetual);
    }

    @Override
    public Optional<PerpetualLicense> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<PerpetualLicense> findLocked(UUID id) {
        return find(id);
    }

    @Override
    public Optional<PerpetualLicense> ofLicense(UUID licenseId) {
        return rows.values().stream()
                .filter(row -> row.licenseId().equals(licenseId))
                .findFirst();
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return find(id).map(PerpetualLicense::accountId);
    }

    @Override
    public List<PerpetualLicense> page(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        return rows.values().stream()
                .filter(row -> accountId == null || row.accountId().equals(accountId))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Expiry> nextExpiry(Instant until) {
        return due(until)
                .findFirst()
                .map(row -> new Expiry(row.id(), row.expiresAt().orElseThrow()));
    }

    @Override
    public List<UUID> expiring(Instant until, int limit) {
        return due(until).map(PerpetualLicense::id).limit(limit).toList();
    }

    private Stream<PerpetualLicense> due(Instant until) {
        return rows.values().stream()
                .filter(row -> row.expiresAt().filter(at -> !at.isAfter(until)).isPresent())
                .sorted(Comparator.comparing(row -> row.expiresAt().orElseThrow()));
    }
}
