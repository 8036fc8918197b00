package org.chancery.model.licensing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Instances without a database. Knows no locks: tests of races belong to the container. */
public class InMemoryInstances implements Instances {

    private static final Comparator<Instance> BY_ACTIVATION =
            Comparator.comparing(Instance::activatedAt).thenComparing(Instance::id);

    private final Map<UUID, Instance> byId = new ConcurrentHashMap<>();
    private final Licenses licenses;

    public InMemoryInstances(Licenses licenses) {
        this.licenses = licenses;
    }

    @Override
    public void add(Instance instance) {
        byId.put(instance.id(), instance);
    }

    @Override
    public Optional<Instance> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public <T> Optional<T> changeAlone(UUID id, Duration within, Function<LicensedInstance, Optional<T>> change) {
        return find(id).flatMap(instance ->
                change.apply(new LicensedInstance(instance, licenses.require(instance.licenseId()))));
    }

    @Override
    public Optional<Instance> findLocked(UUID id) {
        return find(id);
    }

    @Override
    public Optional<Instance> findByName(UUID licenseId, String deploymentId, String name) {
        return byId.values().stream()
                .filter(instance -> instance.licenseId().equals(licenseId))
                .filter(instance -> instance.deploymentId().equals(deploymentId)
                        && instance.name().equals(name))
                .findFirst();
    }

    @Override
    public long countOthersLive(UUID licenseId, SeatClass seatClass, UUID exceptId, Instant now) {
        return live(licenseId, seatClass, now)
                .filter(instance -> !instance.id().equals(exceptId))
                .count();
    }

    @Override
    public long seatRank(Instance instance, Instant now) {
        return live(instance.licenseId(), instance.seatClass(), now)
                .filter(other -> BY_ACTIVATION.compare(other, instance) <= 0)
                .count();
    }

    @Override
    public List<ReportedUsage> usageOfLive(Collection<UUID> licenseIds, Instant now) {
        return byId.values().stream()
                .filter(instance -> licenseIds.contains(instance.licenseId()) && instance.holdsSeatAt(now))
                .filter(instance -> instance.usageReportedAt() != null)
                .map(instance ->
                        new ReportedUsage(instance.licenseId(), instance.usage().toText()))
                .toList();
    }

    @Override
    public long countLive(Instant now) {
        return byId.values().stream()
                .filter(instance -> instance.holdsSeatAt(now))
                .count();
    }

    @Override
    public Optional<Instant> firstSeatFreeAt(UUID licenseId, SeatClass seatClass, Instant now) {
        return live(licenseId, seatClass, now).map(Instance::seatUntil).min(Comparator.naturalOrder());
    }

    @Override
    public List<Instance> ofLicense(UUID licenseId, @Nullable UUID after, int limit) {
        return byId.values().stream()
                .filter(instance -> instance.licenseId().equals(licenseId))
                .filter(instance -> after == null || instance.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(Instance::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Instance> ofLicenses(Collection<UUID> licenseIds, @Nullable UUID after, int limit) {
        return byId.values().stream()
                .filter(instance -> licenseIds.contains(instance.licenseId()))
                .filter(instance -> after == null || instance.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(Instance::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Instance> onSecretBefore(UUID licenseId, int generation, @Nullable UUID after, int limit) {
        return byId.values().stream()
                .filter(instance -> instance.licenseId().equals(licenseId))
                .filter(instance -> instance.state() == InstanceState.ACTIVE)
                .filter(instance -> instance.secretGeneration() < generation)
                .filter(instance -> after == null || instance.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(Instance::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Instance> liveOf(Collection<UUID> licenseIds, Instant now) {
        return byId.values().stream()
                .filter(instance -> licenseIds.contains(instance.licenseId()) && instance.holdsSeatAt(now))
                .sorted(BY_ACTIVATION)
                .toList();
    }

    @Override
    public List<SeatCount> countLive(Collection<UUID> licenseIds, Instant now) {
        return licenseIds.stream()
                .flatMap(license -> Arrays.stream(SeatClass.values())
                        .map(each -> new SeatCount(
                                license, each, live(license, each, now).count())))
                .filter(count -> count.taken() > 0)
                .toList();
    }

    private Stream<Instance> live(UUID licenseId, SeatClass seatClass, Instant now) {
        return byId.values().stream()
                .filter(instance -> instance.licenseId().equals(licenseId))
                .filter(instance -> instance.seatClass() == seatClass && instance.holdsSeatAt(now));
    }
}
