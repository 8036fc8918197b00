package org.chancery.model.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Licensing in a real database. */
class JpaLicensingTest extends LicensingDatabase {

    @Test
    void the_mapping_fits_the_migrated_schema() {
        database.getSchemaManager().validateMappedObjects();
    }

    @Test
    void a_license_is_read_back_as_it_was_written() {
        UUID id = license("a", Grants.grant(3, 1, 600, LocalDate.of(2027, 4, 10)));
        inTransaction(() -> {
            License license = licenses.requireLocked(id);
            license.activate();
            license.rotateSecret("b", Duration.ofDays(3), NOON);
        });

        License license = licenses.require(id);
        assertThat(license.seats(SeatClass.PRODUCTION)).isEqualTo(Limit.of(3));
        assertThat(license.updatesUntil()).isEqualTo("2027-04-10");
        assertThat(license.leaseSeconds()).isEqualTo(600);
        assertThat(license.statusAt(NOON)).isEqualTo(LicenseStatus.ACTIVE);
        assertThat(licenses.findBySecretHash("a")).contains(license);
        assertThat(licenses.findBySecretHash("b")).contains(license);
        assertThat(licenses.findBySecretHash("c")).isEmpty();
        assertThat(license.previousSecretUntil()).isEqualTo(NOON.plus(Duration.ofDays(3)));
    }

    @Test
    void licenses_of_an_account_come_in_pages_newest_first() {
        List<UUID> made =
                List.of(license("a", Grants.startup()), license("b", Grants.startup()), license("c", Grants.startup()));
        List<UUID> newestFirst = made.stream()
                .sorted((x, y) -> y.toString().compareTo(x.toString()))
                .toList();

        List<License> first = licenses.ofAccount(ACCOUNT, null, 2);
        assertThat(first).extracting(License::id).containsExactlyElementsOf(newestFirst.subList(0, 2));
        assertThat(licenses.ofAccount(ACCOUNT, first.get(1).id(), 2))
                .extracting(License::id)
                .containsExactly(newestFirst.get(2));
        assertThat(licenses.ofAccount(new UUID(5, 5), null, 2)).isEmpty();
    }

    @Test
    void seats_are_counted_by_class_and_to_the_second() {
        UUID license = license("a", Grants.withSeats(3, 3));
        UUID first = instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        UUID second = instance(license, "node-2", SeatClass.PRODUCTION, NOON.plusSeconds(60));
        instance(license, "node-3", SeatClass.DEVELOPMENT, NOON);
        Instant end = NOON.plus(Duration.ofDays(1));
        UUID nobody = new UUID(0, 0);

        assertThat(instances.countOthersLive(license, SeatClass.PRODUCTION, nobody, end.minusSeconds(1)))
                .isEqualTo(2);
        assertThat(instances.countOthersLive(license, SeatClass.PRODUCTION, nobody, end))
                .isEqualTo(1);
        assertThat(instances.countOthersLive(license, SeatClass.PRODUCTION, first, NOON))
                .isEqualTo(1);
        assertThat(instances.firstSeatFreeAt(license, SeatClass.PRODUCTION, NOON))
                .contains(end);
        assertThat(instances.firstSeatFreeAt(license, SeatClass.PRODUCTION, end.plusSeconds(60)))
                .isEmpty();
        assertThat(instances.seatRank(instances.find(first).orElseThrow(), NOON))
                .isEqualTo(1);
        assertThat(instances.seatRank(instances.find(second).orElseThrow(), NOON))
                .isEqualTo(2);
        assertThat(instances.ofLicense(license, null, 10)).hasSize(3);
    }

    @Test
    void who_was_activated_with_an_older_secret_is_found_newest_first_unless_it_has_ended() {
        UUID license = license("a", Grants.withSeats(5, 0));
        UUID first = instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        UUID second = instance(license, "node-2", SeatClass.PRODUCTION, NOON);
        UUID current = instance(license, "node-3", SeatClass.PRODUCTION, NOON);
        UUID released = instance(license, "node-4", SeatClass.PRODUCTION, NOON);
        inTransaction(() -> {
            instances.find(current).orElseThrow().activatedWith(2);
            instances.find(released).orElseThrow().release(NOON);
        });

        List<UUID> found = instances.onSecretBefore(license, 2, null, 10).stream()
                .map(Instance::id)
                .toList();
        assertThat(found).containsExactlyInAnyOrder(first, second);
        assertThat(instances.onSecretBefore(license, 2, found.get(0), 10))
                .extracting(Instance::id)
                .containsExactly(found.get(1));
        assertThat(instances.onSecretBefore(license, 1, null, 10)).isEmpty();
    }

    @Test
    void a_name_is_unique_within_its_license_and_deployment() {
        UUID license = license("a", Grants.startup());
        UUID id = instance(license, "node-1", SeatClass.PRODUCTION, NOON);

        entities.getTransaction().begin();
        assertThat(instances.findByName(license, "plant-1", "node-1"))
                .map(Instance::id)
                .contains(id);
        assertThat(instances.findByName(license, "plant-2", "node-1")).isEmpty();
        entities.getTransaction().commit();
        assertThatThrownBy(() -> instance(license, "node-1", SeatClass.DEVELOPMENT, NOON))
                .hasRootCauseInstanceOf(java.sql.SQLException.class);
    }

    @Test
    void of_many_who_want_the_last_seat_exactly_one_gets_it() throws Exception {
        UUID license = license("a", Grants.withSeats(1, 0));
        ExecutorService pool = Executors.newFixedThreadPool(CONTENDERS);
        try {
            CyclicBarrier start = new CyclicBarrier(CONTENDERS);
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < CONTENDERS; i++) {
                String name = "node-" + i;
                tries.add(pool.submit(() -> {
                    start.await();
                    return takeSeat(license, name);
                }));
            }
            int winners = 0;
            for (Future<Boolean> each : tries) {
                winners += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(instances.ofLicense(license, null, CONTENDERS)).hasSize(1);
    }

    /** As an activation does it: the license's row locked, the living counted, then the seat taken. */
    private boolean takeSeat(UUID licenseId, String name) throws ReflectiveOperationException {
        EntityManager own = database.createEntityManager();
        try {
            Licenses ownLicenses = repository("JpaLicenses", Licenses.class, own);
            Instances ownInstances = repository("JpaInstances", Instances.class, own);
            own.getTransaction().begin();
            License license = ownLicenses.requireLocked(licenseId);
            UUID id = ids.next();
            long others = ownInstances.countOthersLive(licenseId, SeatClass.PRODUCTION, id, NOON);
            boolean free = license.seats(SeatClass.PRODUCTION).allowsOneMoreThan(others);
            if (free) {
                ownInstances.add(
                        new Instance(id, licenseId, "iot-platform", activation(name, SeatClass.PRODUCTION), DAY, NOON));
            }
            own.getTransaction().commit();
            return free;
        } finally {
            own.close();
        }
    }

    @Test
    void sixteen_boot_ids_of_the_longest_kind_fit() {
        UUID license = license("a", Grants.startup());
        UUID id = instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        String emoji = "\uD83D\uDE80";
        for (int i = 0; i < 20; i++) {
            String boot = emoji.repeat(126) + String.format("%02d", i);
            inTransaction(() -> {
                Instance instance = instances.findLocked(id).orElseThrow();
                String current = instance.rotationState().currentHash();
                String next = String.format("%043d", instance.rotationState().seq());
                instance.follow(
                        instance.decide(new RotationMessage(current, next, 1, boot), Optional::empty),
                        InstanceReport.from("192.0.2.2"),
                        DAY,
                        NOON);
            });
        }

        assertThat(instances.find(id).orElseThrow().rotationState().bootIds())
                .hasSize(16)
                .last()
                .isEqualTo(emoji.repeat(126) + "19");
    }

    @Test
    void who_was_displaced_is_remembered() {
        UUID license = license("a", Grants.startup());
        UUID id = instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        assertThat(instances.find(id).orElseThrow().wasTakenFrom(S1)).isFalse();
        inTransaction(() ->
                instances.findLocked(id).orElseThrow().takeOver(activation("node-1", SeatClass.PRODUCTION), DAY, NOON));

        Instance taken = instances.find(id).orElseThrow();
        assertThat(taken.wasTakenFrom(new RotationMessage(S1, S2, 1, "b1"))).isTrue();
        assertThat(taken.wasTakenFrom(new RotationMessage(S1, S2, 2, "b1"))).isFalse();
        assertThat(taken.wasTakenFrom(new RotationMessage(S2, S1, 1, "b1"))).isFalse();
        assertThat(taken.checkInterval()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void events_are_counted_and_listed_newest_first() {
        UUID license = license("a", Grants.startup());
        UUID id = instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        inTransaction(() -> {
            Instance instance = instances.find(id).orElseThrow();
            for (int hour = 0; hour < 3; hour++) {
                Instant at = NOON.plus(Duration.ofHours(hour));
                events.add(new InstanceEvent(ids.next(), InstanceEventType.DEACTIVATED, instance, at, null, null));
            }
            events.add(new InstanceEvent(
                    ids.next(), InstanceEventType.CLONED, instance, NOON.plusSeconds(1), "192.0.2.1", "192.0.2.2"));
        });

        assertThat(events.countSince(license, InstanceEventType.DEACTIVATED, NOON))
                .isEqualTo(2);
        assertThat(events.timesSince(id, InstanceEventType.DEACTIVATED, NOON))
                .containsExactly(NOON.plus(Duration.ofHours(1)), NOON.plus(Duration.ofHours(2)));
        assertThat(events.timesSince(new UUID(5, 5), InstanceEventType.DEACTIVATED, NOON))
                .isEmpty();
        assertThat(events.latestOf(license, 2))
                .extracting(InstanceEvent::happenedAt)
                .containsExactly(NOON.plus(Duration.ofHours(2)), NOON.plus(Duration.ofHours(1)));
        List<InstanceEvent> newest = events.ofInstance(id, null, 3);
        assertThat(newest).extracting(InstanceEvent::type).startsWith(InstanceEventType.CLONED);
        assertThat(events.ofInstance(id, newest.get(2).id(), 3))
                .extracting(InstanceEvent::happenedAt)
                .containsExactly(NOON);
        assertThat(events.ofInstance(new UUID(9, 9), null, 3)).isEmpty();
    }

    @Test
    void one_key_waits_and_one_signs_and_the_one_before_it_is_kept() {
        inTransaction(() -> keys.add(key("k1")));
        inTransaction(() -> keys.handOver(keys.find(SigningKeyState.NEXT).orElseThrow(), NOON));
        inTransaction(() -> keys.add(key("k2")));
        entities.getTransaction().begin();
        assertThatThrownBy(() -> keys.add(key("k3"))).isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
        entities.clear();

        inTransaction(() -> keys.handOver(keys.find(SigningKeyState.NEXT).orElseThrow(), NOON.plusSeconds(1)));
        assertThat(keys.find(SigningKeyState.SIGNING)).map(SigningKey::kid).contains("k2");
        SigningKey before = keys.find(SigningKeyState.RETIRED).orElseThrow();
        assertThat(List.of(before.kid(), before.signsSince(), before.retiredAt()))
                .containsExactly("k1", NOON, NOON.plusSeconds(1));
        assertThat(before.publicKey()).hasSize(32);
        assertThat(keys.find(SigningKeyState.NEXT)).isEmpty();
    }

    @Test
    void two_keys_never_sign_at_once() {
        inTransaction(() -> {
            keys.add(key("k1"));
            keys.handOver(keys.find(SigningKeyState.NEXT).orElseThrow(), NOON);
            keys.add(key("k2"));
        });
        entities.getTransaction().begin();
        keys.find(SigningKeyState.NEXT).orElseThrow().sign(NOON);
        assertThatThrownBy(entities::flush).isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
        entities.clear();
    }

    @Test
    void counts_end_with_their_window_and_old_ones_are_removed() {
        inTransaction(() -> {
            CallCount count = new CallCount("license-secret:192.0.2.1");
            counts.add(count);
            assertThat(count.hit(1, Duration.ofMinutes(1), NOON)).isEmpty();
        });
        assertThat(counts.look("license-secret:192.0.2.1")).contains(new RateCount(NOON, 1));
        assertThat(counts.look("license-secret:192.0.2.2")).isEmpty();
        inTransaction(() -> {
            CallCount count = counts.findLocked("license-secret:192.0.2.1").orElseThrow();
            assertThat(count.hit(1, Duration.ofMinutes(1), NOON.plusSeconds(20)))
                    .contains(Duration.ofSeconds(40));
            assertThat(count.hit(1, Duration.ofMinutes(1), NOON.plusSeconds(60)))
                    .isEmpty();
        });

        inTransaction(
                () -> assertThat(counts.removeOlderThan(NOON.plusSeconds(60))).isZero());
        inTransaction(
                () -> assertThat(counts.removeOlderThan(NOON.plusSeconds(61))).isEqualTo(1));
    }

    @Test
    void the_database_itself_refuses_impossible_rows() {
        UUID license = license("a", Grants.startup());
        instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        for (String impossible : List.of(
                "update license set production_seats = -1",
                "update license set lease_seconds = 0",
                "update license set revision = 0",
                "update license set previous_secret_hash = 'x'",
                "update license set ended = 'GONE'",
                "update instance set epoch = 0",
                "update instance set seq = 0",
                "update instance set state = 'LOST'",
                "update instance set seat_class = 'STAGING'",
                "update instance set hits = -1",
                "update instance set check_interval_seconds = 0",
                "update instance set displaced_epoch = 1")) {
            entities.getTransaction().begin();
            assertThatThrownBy(() -> entities.createNativeQuery(impossible).executeUpdate())
                    .as(impossible)
                    .isInstanceOf(ConstraintViolationException.class);
            entities.getTransaction().rollback();
        }
    }

    @Test
    void a_lent_seat_is_counted_until_its_files_let_go() {
        UUID license = license("a", Grants.withSeats(2, 1));
        UUID seat = instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        Instant weekLater = NOON.plus(Duration.ofDays(7));
        inTransaction(() -> instances.findLocked(seat).orElseThrow().lend(NOON, NOON.plus(Duration.ofDays(30))));
        assertThat(instances.countLive(weekLater)).isEqualTo(1);
        assertThat(instances.find(seat).orElseThrow().isLentAt(weekLater)).isTrue();
        assertThat(instances.find(seat).orElseThrow().onlineUntil()).isEqualTo(NOON.plus(Duration.ofDays(1)));

        inTransaction(() -> instances.findLocked(seat).orElseThrow().release(NOON));
        assertThat(instances.countLive(weekLater)).as("released").isEqualTo(1);
        inTransaction(() -> instances.findLocked(seat).orElseThrow().endLoan());
        assertThat(instances.countLive(NOON)).isZero();
        assertThat(instances.find(seat).orElseThrow().isLentAt(NOON)).isFalse();
    }

    @Test
    void offline_licenses_are_found_by_request_and_seat_and_while_they_are_outstanding() {
        UUID license = license("a", Grants.withSeats(2, 1));
        UUID seat = instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        UUID short1 = file(seat, "nonce-1", NOON.plusSeconds(3600));
        UUID endless = file(seat, "nonce-2", null);
        UUID silent = file(seat, null, NOON.plusSeconds(7200));
        file(seat, null, NOON.plusSeconds(1));

        assertThat(files.ofRequest(license, "nonce-1")).map(OfflineLicense::id).contains(short1);
        assertThat(files.ofRequest(license, "nonce-3")).isEmpty();
        assertThat(files.ofInstance(seat)).hasSize(4);
        assertThat(files.ofLicense(license, null, 2)).hasSize(2);
        inTransaction(() -> files.find(silent).orElseThrow().giveBack(NOON));
        inTransaction(() -> files.find(endless).orElseThrow().writeOff("lost", NOON));
        assertThat(files.outstanding(license, NOON.plusSeconds(1)))
                .extracting(OfflineLicense::id)
                .containsExactlyInAnyOrder(short1, endless);
        inTransaction(() -> files.find(endless).orElseThrow().giveBack(NOON));
        assertThat(files.find(endless).orElseThrow().state()).isEqualTo(OfflineState.RETURNED);
        assertThatThrownBy(() -> file(seat, "nonce-1", null)).isInstanceOf(RuntimeException.class);
    }

    private UUID file(UUID seat, @Nullable String nonce, @Nullable Instant until) {
        UUID id = ids.next();
        inTransaction(() -> files.add(new OfflineLicense(
                id,
                instances.find(seat).orElseThrow(),
                new OfflineTerms(NOON, until, 60),
                new OfflineBinding("deployment", "plant-1"),
                S1,
                nonce,
                "token")));
        return id;
    }

    private static SigningKey key(String kid) {
        return new SigningKey(kid, new byte[32], new byte[60], NOON);
    }
}
