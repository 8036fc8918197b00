package org.chancery.model.subscription;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subscriptions without a database. */
public class InMemorySubscriptions implements Subscriptions {

    private final Map<UUID, Subscription> rows = new LinkedHashMap<>();

    @Override
    public void add(Subscription subscription) {
        rows.put(subscription.id(), subscription);
    }

    /** All of them, oldest first. */
    public List<Subscription> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public Optional<Subscription> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<Subscription> findLocked(UUID id) {
        return find(id);
    }

    @Override
    public List<Subscription> page(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        return rows.values().stream()
                .filter(row -> accountId == null || row.accountId().equals(accountId))
                .limit(limit)
                .toList();
    }

    @Override
    public long count(SubscriptionStatus status) {
        return rows.values().stream().filter(row -> row.status() == status).count();
    }

    @Override
    public Optional<Subscription> ofLicense(UUID licenseId) {
        return rows.values().stream()
                .filter(row -> row.licenseId().equals(licenseId))
                .findFirst();
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return find(id).map(Subscription::accountId);
    }

    @Override
    public boolean hasHad(UUID accountId, String productCode) {
        return rows.values().stream()
                .anyMatch(row -> row.accountId().equals(accountId)
                        && row.productCode().equals(productCode)
                        && row.currentPeriod().isPresent());
    }

    @Override
    public Optional<StepDue> nextDue(Instant until) {
        return due(until)
                .findFirst()
                .map(row -> new StepDue(row.id(), row.nextStepAt().orElseThrow()));
    }

    @Override
    public List<UUID> due(Instant until, int limit) {
        return due(until).limit(limit).map(Subscription::id).toList();
    }

    @Override
    public List<Subscription> parked(int limit) {
        return rows.values().stream()
                .filter(row -> row.parkedAt().isPresent())
                .limit(limit)
                .toList();
    }

    private Stream<Subscription> due(Instant until) {
        return rows.values().stream()
                .filter(row -> row.nextStepAt().filter(at -> !at.isAfter(until)).isPresent())
                .sorted(Comparator.comparing(
                                (Subscription row) -> row.nextStepAt().orElseThrow())
                        .thenComparing(Subscription::id));
    }
}
