package org.chancery.model.licensing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All instances, the living and the dead. Counts are exact only while the license's row is locked. */
public interface Instances {

    void add(Instance instance);

    Optional<Instance> find(UUID id);

    /**
     * Changes one instance by one read and one write, in no transaction: it is written only if nobody else has written to it
     * since it was read. Rows that belong to it are neither read nor written.
     *
     * @param within how long after the read it may be written, both by the database's clock: no process and no network can be
     *     held up for longer and then write what has been true
     * @param change decides by what was read and changes the instance; empty when it does not want to
     * @return what it decided; empty when there is no such instance, {@code change} gave up, another was faster, or it was too
     *     late. Nothing is written then
     */
    <T> Optional<T> changeAlone(UUID id, Duration within, Function<LicensedInstance, Optional<T>> change);

    /** Finds it and locks its row until the transaction ends. */
    Optional<Instance> findLocked(UUID id);

    /** The instance that once had, or has, the seat of this name. */
    Optional<Instance> findByName(UUID licenseId, String deploymentId, String name);

    /** How many seats of the class are taken by others than this instance. */
    long countOthersLive(UUID licenseId, SeatClass seatClass, UUID exceptId, Instant now);

    /** How many instances hold a seat, whoever's; no index helps, because every check would have to rewrite it. */
    long countLive(Instant now);

    /** How many seats of the instance's class were taken before its own, itself included. */
    long seatRank(Instance instance, Instant now);

    /** When the first of the taken seats of the class becomes free by itself; empty when none is taken. */
    Optional<Instant> firstSeatFreeAt(UUID licenseId, SeatClass seatClass, Instant now);

    /** Those of a license newest first, at most {@code limit} after the given id, from the first when that is null. */
    List<Instance> ofLicense(UUID licenseId, @Nullable UUID after, int limit);

    /** Those of several licenses newest first, at most {@code limit} after the given id. */
    List<Instance> ofLicenses(Collection<UUID> licenseIds, @Nullable UUID after, int limit);

    /**
     * Those of a license that were neither released nor stopped and were activated with a secret before this generation,
     * newest first, at most {@code limit} after the given id.
     */
    List<Instance> onSecretBefore(UUID licenseId, int generation, @Nullable UUID after, int limit);

    /** Those of several licenses that hold a seat, in the order in which they took it. */
    List<Instance> liveOf(Collection<UUID> licenseIds, Instant now);

    /** What the instances that hold a seat of these licenses last reported of their limits, those that ever did. */
    List<ReportedUsage> usageOfLive(Collection<UUID> licenseIds, Instant now);

    /** How many seats are taken, by license and class. What has none taken is not among them. */
    List<SeatCount> countLive(Collection<UUID> licenseIds, Instant now);
}
