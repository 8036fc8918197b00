package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.licensing.LicensingHouse.ACCOUNT;
import static org.chancery.service.licensing.LicensingHouse.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.model.licensing.CertificateReport;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.Limit;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.licensing.CheckInstance.Certificate;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What instances say of themselves: how much of the 500 devices they use, and how their certificates are. */
class UsageReportTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.withSeats(2, 1));
    private final Client first = house.new Client(license.secret());
    private final Client second = house.new Client(license.secret()).named("plant-1", "node-2");

    @BeforeEach
    void two_instances() {
        first.activate();
        second.activate();
    }

    @Test
    void the_license_shows_what_its_instances_use_together() {
        assertThat(house.licenses.view(license.id()).usage()).isEmpty();
        first.usage = Map.of("devices", 120L, "assets", 9L);
        first.check();
        second.usage = Map.of("devices", 80L);
        second.check();

        Map<String, QuotaUse> together =
                Map.of("devices", new QuotaUse(500L, 200), "assets", new QuotaUse("unlimited", 9));
        assertThat(house.licenses.view(license.id()).usage()).isEqualTo(together);
        assertThat(house.licenses.ofAccount(ACCOUNT, null, 10).data())
                .extracting(LicenseView::usage)
                .containsExactly(together);
        assertThat(house.seatAdministration.instances(license.id(), null, 10).data())
                .extracting(InstanceView::usage, InstanceView::usageReportedAt)
                .containsExactlyInAnyOrder(
                        tuple(new TreeMap<>(Map.of("devices", 120L, "assets", 9L)), NOON),
                        tuple(new TreeMap<>(Map.of("devices", 80L)), NOON));
    }

    @Test
    void what_is_not_said_again_stays_with_its_time() {
        first.usage = Map.of("devices", 120L);
        first.check();
        house.advance(MINUTE);
        first.usage = null;
        first.check();

        assertThat(instance(first).usageReportedAt()).isEqualTo(NOON);
        first.usage = Map.of("devices", 120L);
        first.check();
        assertThat(instance(first).usageReportedAt()).isEqualTo(NOON.plus(MINUTE));
        first.usage = Map.of();
        first.check();
        assertThat(house.licenses.view(license.id()).usage()).isEmpty();
    }

    @Test
    void more_than_there_is_is_told_to_every_instance_while_it_is_so() {
        first.usage = Map.of("devices", 300L);
        assertThat(first.check().overQuota()).isNull();
        second.usage = Map.of("devices", 201L);
        Map<String, QuotaUse> told = Map.of("devices", new QuotaUse(500L, 501));

        assertThat(second.check().overQuota()).isEqualTo(told);
        assertThat(first.check().overQuota()).isEqualTo(told); // though it said nothing new
        second.usage = Map.of("devices", 200L);
        assertThat(second.check().overQuota()).isNull();
        assertThat(first.check().overQuota()).isNull();
    }

    @Test
    void a_lost_answer_is_repeated_with_what_is_exceeded() {
        first.usage = Map.of("devices", 501L);
        first.checkButLoseTheAnswer();

        assertThat(first.check().overQuota()).containsOnlyKeys("devices");
    }

    @Test
    void a_dead_instance_uses_nothing() {
        first.usage = Map.of("devices", 300L);
        first.check();
        second.usage = Map.of("devices", 300L);
        assertThat(second.check().overQuota()).isNotNull();

        first.release();
        assertThat(second.check().overQuota()).isNull();
        first.activate();
        assertThat(second.check().overQuota()).isNull();
        assertThat(first.check().overQuota()).isNotNull(); // now that it said so again
        house.advance(DAY.dividedBy(2));
        assertThat(second.check().overQuota()).isNotNull();
        house.advance(DAY.dividedBy(2));
        assertThat(second.check().overQuota()).isNull();
        assertThat(first.check().overQuota()).isNotNull(); // back from the dead, it uses what it used
    }

    @Test
    void another_plan_is_held_against_what_is_used_at_once() {
        first.usage = Map.of("devices", 300L);
        first.check();
        house.licenses.change(license.id(), withDevices(Limit.of(100)));
        assertThat(first.check().overQuota()).isEqualTo(Map.of("devices", new QuotaUse(100L, 300)));

        house.licenses.change(license.id(), withDevices(Limit.UNLIMITED));
        assertThat(first.check().overQuota()).isNull();
        assertThat(house.licenses.view(license.id()).usage())
                .isEqualTo(Map.of("devices", new QuotaUse("unlimited", 300)));
    }

    @Test
    void a_code_that_is_not_granted_is_kept_and_counts_for_nothing() {
        first.usage = Map.of("rockets", 3L);

        assertThat(first.check().overQuota()).isNull();
        assertThat(instance(first).usage().amounts()).isEqualTo(Map.of("rockets", 3L));
        assertThat(house.licenses.view(license.id()).usage()).isEmpty();
    }

    @Test
    void over_quota_refuses_nothing() {
        first.usage = Map.of("devices", 100_000L);
        for (int i = 2; i < 30; i++) {
            assertThat(first.check().seq()).isEqualTo(i);
        }
        second.release();
        assertThat(second.activate().epoch()).isEqualTo(2);
    }

    @Test
    void faults_of_the_usage_are_named_by_their_key_and_nothing_is_kept() {
        Map<String, @Nullable Long> usage = new HashMap<>();
        usage.put("devices", -1L);
        usage.put("assets", null);
        usage.put("Users", 1L);
        usage.put("memory", 1_000_000_000_000_001L);
        usage.put("brands", 4L);
        first.usage = usage;

        assertThat(faultsOf(first))
                .containsExactlyInAnyOrder(
                        tuple("usage.devices", "range"),
                        tuple("usage.assets", "required"),
                        tuple("usage.Users", "form"),
                        tuple("usage.memory", "range"));
        assertThat(instance(first).usageReportedAt()).isNull();
        first.usage = IntStream.range(0, 33).boxed().collect(Collectors.toMap(i -> "code-" + i, Long::valueOf));
        assertThat(faultsOf(first)).containsExactly(tuple("usage", "range"));
        first.usage = Map.of("x".repeat(1000), 1L);
        assertThat(faultsOf(first)).containsExactly(tuple("usage." + "x".repeat(64), "form"));
    }

    @Test
    void the_latest_certificates_are_kept() {
        Instant end = NOON.plus(Duration.ofDays(90));
        first.certificates = List.of(
                new Certificate("iot.example.com", "valid", "CN=R11", NOON, end, null),
                new Certificate("old.example.com", "valid", "CN=R10", NOON, end, null));
        first.check();
        first.certificates = List.of(
                new Certificate("iot.example.com", "valid", "CN=R12", NOON, end, null),
                new Certificate("new.example.com", "failing", null, null, null, "no\nanswer " + "x".repeat(600)));
        first.check();
        first.certificates = null;
        first.check();

        assertThat(instance(first).certificates())
                .isEqualTo(Map.of(
                        "iot.example.com", new CertificateReport("valid", "CN=R12", NOON, end, null),
                        "new.example.com",
                                new CertificateReport("failing", null, null, null, "no answer " + "x".repeat(502))));
        first.certificates = List.of();
        first.check();
        assertThat(instance(first).certificates()).isEmpty();
    }

    @Test
    void faults_of_the_certificates_are_named_by_their_place() {
        first.certificates = Arrays.asList(
                new Certificate("iot.example.com", "valid", null, null, null, null),
                new Certificate(null, " ", null, null, null, null),
                null,
                new Certificate("iot.example.com", "valid", null, null, null, null),
                new Certificate("x".repeat(254), "valid", null, null, null, null));

        assertThat(faultsOf(first))
                .containsExactlyInAnyOrder(
                        tuple("certificates[1].domain", "required"),
                        tuple("certificates[1].state", "form"),
                        tuple("certificates[2]", "required"),
                        tuple("certificates[3].domain", "duplicate"),
                        tuple("certificates[4].domain", "length"));
        first.certificates =
                Collections.nCopies(257, new Certificate("a.example.com", "valid", null, null, null, null));
        assertThat(faultsOf(first)).containsExactly(tuple("certificates", "range"));
    }

    private static List<org.assertj.core.groups.Tuple> faultsOf(Client client) {
        InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class, client::check);
        assertThat(refused).isNotNull();
        return refused.errors().stream()
                .map((FieldError error) -> tuple(error.field(), error.code()))
                .toList();
    }

    private Instance instance(Client client) {
        return house.instanceRows.find(client.id()).orElseThrow();
    }

    private static Grant withDevices(Limit devices) {
        Grant usual = Grants.withSeats(2, 1);
        return new Grant(
                usual.planCode(),
                usual.planName(),
                new TreeMap<>(Map.of("devices", devices)),
                usual.features(),
                usual.addOns(),
                usual.support(),
                usual.seats(),
                usual.leaseSeconds(),
                usual.updatesUntil());
    }
}
