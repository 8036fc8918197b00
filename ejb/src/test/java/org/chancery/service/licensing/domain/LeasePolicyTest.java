package org.chancery.service.licensing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.chancery.model.licensing.Activation;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.SeatClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeasePolicyTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");

    @ParameterizedTest(name = "plan {0} s, asked {1} s: lease {2} s, a check every {3} s")
    @CsvSource(
            nullValues = "-",
            value = {
                "86400, -, 86400, 3600",
                "86400, 300, 300, 100",
                "86400, 10799, 10799, 3599",
                "86400, 10800, 10800, 3600",
                "86400, 10803, 10803, 3600",
                "86400, 100000, 86400, 3600",
                "600, -, 600, 200",
                "600, 900, 600, 200",
                "2, -, 2, 1",
            })
    void a_lease_is_never_longer_than_the_plans_and_three_checks_fit_into_it(
            int plan, @Nullable Integer asked, long length, long interval) {
        License license = license(plan, null);

        assertThat(LeasePolicy.terms(license, asked).length()).isEqualTo(Duration.ofSeconds(length));
        assertThat(instance(license, asked).checkInterval()).isEqualTo(Duration.ofSeconds(interval));
    }

    @Test
    void a_lease_ends_with_its_license() {
        License license = license(86_400, NOON.plusSeconds(60));

        assertThat(LeasePolicy.terms(license, null).expiryFrom(NOON)).isEqualTo(NOON.plusSeconds(60));
        assertThat(LeasePolicy.terms(license, null).expiryFrom(NOON.minus(Duration.ofDays(2))))
                .isEqualTo(NOON.minus(Duration.ofDays(1)));
    }

    @ParameterizedTest(name = "a lease issued {0} s ago: wait {1} s")
    @CsvSource({"0, 3600", "600, 3000", "3599, 1", "3600, 1", "90000, 1", "-30, 3600"})
    void the_wait_counts_from_the_issue_of_a_repeated_lease(long ago, long wait) {
        Lease lease = new Lease(1, 1, "h", NOON.minusSeconds(ago), NOON.plusSeconds(86_400));

        assertThat(LeasePolicy.waitAfter(lease, Duration.ofHours(1), NOON)).isEqualTo(Duration.ofSeconds(wait));
    }

    private static License license(int leaseSeconds, @Nullable Instant until) {
        return new License(
                new UUID(1, 1),
                new UUID(9, 9),
                "iot-platform",
                Grants.grant(1, 1, leaseSeconds, null),
                "{}",
                "hash",
                until,
                NOON);
    }

    private static Instance instance(License license, @Nullable Integer leaseSeconds) {
        Activation activation = new Activation(
                "plant-1",
                "node-1",
                SeatClass.PRODUCTION,
                "1.0",
                LocalDate.of(2026, 1, 1),
                "b1",
                "h".repeat(43),
                leaseSeconds,
                null,
                "192.0.2.1");
        return new Instance(
                new UUID(2, 2),
                license.id(),
                license.product(),
                activation,
                LeasePolicy.terms(license, leaseSeconds),
                NOON);
    }
}
