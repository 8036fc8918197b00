package org.chancery.model.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a check reads and writes, and what instances report with it, in a real database. */
class JpaCheckTest extends LicensingDatabase {

    private static final Duration SOON = Duration.ofMinutes(1);

    /** Field by field, but for what stands in other tables. */
    private static final RecursiveComparisonConfiguration STORED = RecursiveComparisonConfiguration.builder()
            .withIgnoredFields("certificates")
            .withIgnoreAllOverriddenEquals(true)
            .build();

    @Test
    void a_check_reads_two_rows_at_once_and_writes_one() {
        UUID license = license("a", Grants.startup());
        UUID id = instance(license, "node-1", SeatClass.PRODUCTION, NOON);

        List<String> statements = statementsOf(() -> assertThat(instances.changeAlone(id, SOON, found -> {
                    Instance instance = found.instance();
                    Rotation rotation = instance.decide(new RotationMessage(S1, S2, 1, "b2"), Optional::empty);
                    instance.countCheck(60, Duration.ofMinutes(10), NOON);
                    instance.follow(
                            rotation,
                            new InstanceReport("192.0.2.2", null, null, 1L, false, null, null),
                            DAY,
                            NOON.plusSeconds(3600));
                    return Optional.of(found.license().id());
                }))
                .contains(license));

        assertThat(statements)
                .satisfiesExactlyInAnyOrder(
                        read -> assertThat(read).startsWith("1 x select ").contains(" join license "),
                        write -> assertThat(write)
                                .startsWith("1 x update instance ")
                                .contains("last_address")
                                .doesNotContain("product_version"));
        Instance instance = instances.find(id).orElseThrow();
        assertThat(instance.rotationState()).isEqualTo(new RotationState(id, 1, 2, S2, S1, List.of("b1", "b2")));
        assertThat(instance.lease().issuedAt()).isEqualTo(NOON.plusSeconds(3600));
    }

    /** Whoever adds a field to one of them has to give it a value here. */
    @Test
    void both_are_read_and_written_as_hibernate_does_it() {
        UUID id = everythingSaid();
        Instance byHibernate = instances.find(id).orElseThrow();
        License license = licenses.require(byHibernate.licenseId());
        assertThat(byHibernate).hasNoNullFieldsOrProperties();
        assertThat(license).hasNoNullFieldsOrProperties();

        Optional<Instance> changed = instances.changeAlone(id, SOON, found -> {
            assertThat(found.instance()).usingRecursiveComparison(STORED).isEqualTo(byHibernate);
            assertThat(found.license()).usingRecursiveComparison(STORED).isEqualTo(license);
            assertThatThrownBy(found.instance()::certificates).isInstanceOf(NullPointerException.class);
            found.instance().reactivate(activation("node-1", SeatClass.DEVELOPMENT), DAY, NOON.plusSeconds(7200));
            found.instance().endLoan();
            found.instance().deactivate(true, NOON.plusSeconds(7200));
            return Optional.of(found.instance());
        });

        entities.clear();
        assertThat(instances.find(id).orElseThrow())
                .usingRecursiveComparison(STORED)
                .ignoringFields("certificates", "version") // which the write raises
                .isEqualTo(changed.orElseThrow());
    }

    /** An instance of which every column says something, and so does its license. */
    private UUID everythingSaid() {
        UUID license = license("a", Grants.withSeats(3, 2));
        UUID id = instance(license, "node-1", SeatClass.PRODUCTION, NOON);
        inTransaction(() -> {
            execute("update license set ended = 'EXPIRED', valid_until = current_timestamp, previous_secret_hash = 'b',"
                    + " previous_secret_until = current_timestamp, production_lowered_at = current_timestamp,"
                    + " development_lowered_at = current_timestamp, updates_until = current_date,"
                    + " bound_deployment = 'plant-1'");
            execute("update instance set previous_hash = 'a', attempt = 'b', requested_lease_seconds = 300,"
                    + " applied_revision = 2, fetched_revision = 3, usage_report = 'devices=7',"
                    + " usage_reported_at = current_timestamp, certificates_digest = 'c', displaced_epoch = 4,"
                    + " displaced_hash = 'd', displaced_previous_hash = 'e', online_until = current_timestamp,"
                    + " use_file_until = current_timestamp, lent_until = current_timestamp");
        });
        return id;
    }

    @Test
    void who_gives_up_changes_nothing_and_who_is_not_there_is_not_asked() {
        UUID id = instance(license("a", Grants.startup()), "node-1", SeatClass.PRODUCTION, NOON);
        assertThat(instances.changeAlone(id, SOON, found -> {
                    found.instance().release(NOON);
                    return Optional.empty();
                }))
                .isEmpty();
        assertThat(instances.find(id).orElseThrow().inactivity()).isEmpty();
        assertThat(instances.changeAlone(new UUID(0, 0), SOON, found -> Optional.of(found.instance())))
                .isEmpty();
    }

    @Test
    void what_was_read_before_another_wrote_is_not_written() {
        UUID id = instance(license("a", Grants.startup()), "node-1", SeatClass.PRODUCTION, NOON);

        Optional<String> decided = instances.changeAlone(id, SOON, found -> {
            inTransaction(() -> instances.findLocked(id).orElseThrow().activatedWith(2));
            found.instance().release(NOON);
            return Optional.of("released");
        });

        assertThat(decided).isEmpty();
        Instance instance = instances.find(id).orElseThrow();
        assertThat(instance.inactivity()).isEmpty();
        assertThat(instance.secretGeneration()).isEqualTo(2);
    }

    @Test
    void what_gets_to_the_database_too_late_is_not_written() {
        UUID id = instance(license("a", Grants.startup()), "node-1", SeatClass.PRODUCTION, NOON);
        assertThat(instances.changeAlone(id, Duration.ZERO, found -> {
                    found.instance().release(NOON);
                    return Optional.of("released");
                }))
                .isEmpty();
        assertThat(instances.find(id).orElseThrow().inactivity()).isEmpty();
    }

    @Test
    void a_report_is_kept_and_one_that_says_nothing_new_is_told_apart() {
        UUID id = instance(license("a", Grants.startup()), "node-1", SeatClass.PRODUCTION, NOON);
        Instant end = NOON.plus(Duration.ofDays(90));
        Map<String, CertificateReport> certificates = Map.of(
                "a.example.com", new CertificateReport("valid", "CN=R11", NOON, end, null),
                "b.example.com", new CertificateReport("failing", null, null, null, "no answer"));
        Usage seven = Usage.of(Map.of("devices", 7L));
        report(id, S1, S2, seven, new CertificateReports(certificates, S1));

        InstanceReport again = report(seven, new CertificateReports(certificates, S1));
        Optional<Boolean> kept = instances.changeAlone(id, SOON, found -> {
            Instance instance = found.instance();
            Rotation rotation = instance.decide(new RotationMessage(S2, S1, 1, "b1"), Optional::empty);
            assertThat(instance.altersUsage(rotation, again, NOON)).isFalse();
            assertThat(instance.altersCertificates(again)).isFalse();
            instance.follow(rotation, again, DAY, NOON);
            return Optional.of(true);
        });
        assertThat(kept).contains(true);
        Instance instance = instances.find(id).orElseThrow();
        assertThat(instance.usage().amounts()).isEqualTo(Map.of("devices", 7L));
        assertThat(instance.usageReportedAt()).isEqualTo(NOON);
        assertThat(instance.certificates()).isEqualTo(certificates);

        Map<String, CertificateReport> later =
                Map.of("b.example.com", new CertificateReport("valid", "CN=R12", NOON, end, null));
        assertThat(instance.altersCertificates(report(null, new CertificateReports(later, S2))))
                .isTrue();
        report(id, S1, S2, null, new CertificateReports(later, S2));
        assertThat(instances.find(id).orElseThrow().certificates()).isEqualTo(later);
    }

    @Test
    void what_the_living_report_is_found_by_their_licenses() {
        UUID one = license("a", Grants.withSeats(3, 0));
        UUID other = license("b", Grants.withSeats(3, 0));
        UUID silent = license("c", Grants.withSeats(3, 0));
        instance(silent, "node-1", SeatClass.PRODUCTION, NOON);
        for (UUID license : List.of(one, other)) {
            report(
                    instance(license, "node-1", SeatClass.PRODUCTION, NOON),
                    S1,
                    S2,
                    Usage.of(Map.of("devices", 7L)),
                    new CertificateReports(Map.of(), S1));
        }

        assertThat(instances.usageOfLive(List.of(one, other, silent), NOON))
                .extracting(ReportedUsage::licenseId, found -> found.usage().amounts())
                .containsExactlyInAnyOrder(
                        tuple(one, new TreeMap<>(Map.of("devices", 7L))),
                        tuple(other, new TreeMap<>(Map.of("devices", 7L))));
        assertThat(instances.usageOfLive(List.of(one), NOON.plus(Duration.ofDays(1))))
                .isEmpty();
        assertThat(instances.usageOfLive(List.of(), NOON)).isEmpty();
    }

    /** As a check does it that has news. */
    private void report(
            UUID id, String presented, String next, @Nullable Usage usage, CertificateReports certificates) {
        entities.clear();
        inTransaction(() -> {
            Instance instance = instances.findLocked(id).orElseThrow();
            InstanceReport report = report(usage, certificates);
            Rotation rotation = instance.decide(new RotationMessage(presented, next, 1, "b1"), Optional::empty);
            assertThat(instance.altersUsage(rotation, report, NOON)).isEqualTo(usage != null);
            instance.follow(rotation, report, DAY, NOON);
        });
    }

    private static InstanceReport report(@Nullable Usage usage, CertificateReports certificates) {
        return new InstanceReport("192.0.2.2", null, null, null, null, usage, certificates);
    }
}
