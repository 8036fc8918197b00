package org.chancery.model.licensing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.chancery.model.platform.EntityRow;
import org.chancery.model.platform.EntityRow.Loaded;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaInstances implements Instances {

    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final EntityRow<Instance> INSTANCE = EntityRow.of(Instance.class);
    private static final EntityRow<License> LICENSE = EntityRow.of(License.class);
    private static final String WITH_LICENSE = "select " + INSTANCE.columns("i") + ", " + LICENSE.columns("l")
            + ", current_timestamp from instance i join license l on l.id = i.license_id where i.id = ?";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private DataSource database;

    /** @param readAt by the database's clock */
    private record Both(Loaded<Instance> instance, License license, Instant readAt) {}

    @Override
    public void add(Instance instance) {
        entities.persist(instance);
    }

    @Override
    public Optional<Instance> find(UUID id) {
        return Optional.ofNullable(entities.find(Instance.class, id));
    }

    /** By JDBC: an eighth of what a check cost the server was Hibernate itself. The version decides alone. */
    @Override
    public <T> Optional<T> changeAlone(UUID id, Duration within, Function<LicensedInstance, Optional<T>> change) {
        try (Connection connection = database.getConnection()) {
            Optional<Both> found = read(connection, id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Loaded<Instance> instance = found.get().instance();
            Optional<T> decided = change.apply(
                    new LicensedInstance(instance.entity(), found.get().license()));
            Instant end = found.get().readAt().plus(within);
            return decided.isPresent() && INSTANCE.write(connection, instance, end) ? decided : Optional.empty();
        } catch (SQLException e) {
            throw new PersistenceException("The instance " + id + " can't be read or written", e);
        }
    }

    private static Optional<Both> read(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WITH_LICENSE)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Both(
                                INSTANCE.read(row, 1),
                                LICENSE.read(row, 1 + INSTANCE.width()).entity(),
                                row.getObject(1 + INSTANCE.width() + LICENSE.width(), OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.empty();
            }
        }
    }

    @Override
    public Optional<Instance> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Instance.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<Instance> findByName(UUID licenseId, String deploymentId, String name) {
        return entities.createQuery(
                        "select i from Instance i where i.licenseId = :license and i.deploymentId = :deployment"
                                + " and i.name = :name",
                        Instance.class)
                .setParameter("license", licenseId)
                .setParameter("deployment", deploymentId)
                .setParameter("name", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE) // a late check of its old life may be under way
                .getResultStream()
                .findFirst();
    }

    @Override
    public long countOthersLive(UUID licenseId, SeatClass seatClass, UUID exceptId, Instant now) {
        return entities.createQuery(
                        "select count(i) from Instance i where i.licenseId = :license and i.seatClass = :seatClass"
                                + " and i.seatUntil > :now and i.id <> :except",
                        Long.class)
                .setParameter("license", licenseId)
                .setParameter("seatClass", seatClass)
                .setParameter("now", now)
                .setParameter("except", exceptId)
                .getSingleResult();
    }

    @Override
    public long countLive(Instant now) {
        return entities.createQuery("select count(i) from Instance i where i.seatUntil > :now", Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    @Override
    public long seatRank(Instance instance, Instant now) {
        return entities.createQuery(
                        "select count(i) from Instance i where i.licenseId = :license and i.seatClass = :seatClass"
                                + " and i.seatUntil > :now and (i.activatedAt < :activated"
                                + " or (i.activatedAt = :activated and i.id <= :id))",
                        Long.class)
                .setParameter("license", instance.licenseId())
                .setParameter("seatClass", instance.seatClass())
                .setParameter("now", now)
                .setParameter("activated", instance.activatedAt())
                .setParameter("id", instance.id())
                .getSingleResult();
    }

    @Override
    public Optional<Instant> firstSeatFreeAt(UUID licenseId, SeatClass seatClass, Instant now) {
        return Optional.ofNullable(entities.createQuery(
                        "select min(i.seatUntil) from Instance i where i.licenseId = :license"
                                + " and i.seatClass = :seatClass and i.seatUntil > :now",
                        Instant.class)
                .setParameter("license", licenseId)
                .setParameter("seatClass", seatClass)
                .setParameter("now", now)
                .getSingleResult());
    }

    @Override
    public List<Instance> ofLicense(UUID licenseId, @Nullable UUID after, int limit) {
        return entities.createQuery(
                        "select i from Instance i where i.licenseId = :license and i.id < :after order by i.id desc",
                        Instance.class)
                .setParameter("license", licenseId)
                .setParameter("after", after == null ? AFTER_ALL : after)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<Instance> ofLicenses(Collection<UUID> licenseIds, @Nullable UUID after, int limit) {
        if (licenseIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select i from Instance i where i.licenseId in :licenses and i.id < :after order by i.id desc",
                        Instance.class)
                .setParameter("licenses", licenseIds)
                .setParameter("after", after == null ? AFTER_ALL : after)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<Instance> onSecretBefore(UUID licenseId, int generation, @Nullable UUID after, int limit) {
        return entities.createQuery(
                        "select i from Instance i where i.licenseId = :license and i.state = :active"
                                + " and i.secretGeneration < :generation and i.id < :after order by i.id desc",
                        Instance.class)
                .setParameter("license", licenseId)
                .setParameter("active", InstanceState.ACTIVE)
                .setParameter("generation", generation)
                .setParameter("after", after == null ? AFTER_ALL : after)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<Instance> liveOf(Collection<UUID> licenseIds, Instant now) {
        if (licenseIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select i from Instance i where i.licenseId in :licenses and i.seatUntil > :now"
                                + " order by i.activatedAt, i.id",
                        Instance.class)
                .setParameter("licenses", licenseIds)
                .setParameter("now", now)
                .getResultList();
    }

    @Override
    public List<ReportedUsage> usageOfLive(Collection<UUID> licenseIds, Instant now) {
        if (licenseIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select new org.chancery.model.licensing.ReportedUsage(i.licenseId, i.usageReport)"
                                + " from Instance i where i.licenseId in :licenses and i.seatUntil > :now"
                                + " and i.usageReport is not null",
                        ReportedUsage.class)
                .setParameter("licenses", licenseIds)
                .setParameter("now", now)
                .getResultList();
    }

    @Override
    public List<SeatCount> countLive(Collection<UUID> licenseIds, Instant now) {
        if (licenseIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select new org.chancery.model.licensing.SeatCount(i.licenseId, i.seatClass, count(i))"
                                + " from Instance i where i.licenseId in :licenses and i.seatUntil > :now"
                                + " group by i.licenseId, i.seatClass",
                        SeatCount.class)
                .setParameter("licenses", licenseIds)
                .setParameter("now", now)
                .getResultList();
    }
}
