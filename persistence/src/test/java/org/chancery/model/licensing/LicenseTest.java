package org.chancery.model.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(1000);

    private final License license = license(Grants.startup(), null);

    @Test
    void a_new_license_waits_for_its_payment() {
        assertThat(license.statusAt(NOON)).isEqualTo(LicenseStatus.PENDING);
        assertThat(license.refusalAt(NOON)).contains(LicensingRefusal.UNPAID);

        license.activate();
        assertThat(license.statusAt(NOON)).isEqualTo(LicenseStatus.ACTIVE);
        assertThat(license.refusalAt(NOON)).isEmpty();
    }

    @ParameterizedTest(name = "suspended {0}, unpaid {1}, ended {2}, past its end {3}: {4}, {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "false, false, -, false, ACTIVE, -",
                "true, false, -, false, SUSPENDED, SUSPENDED",
                "false, true, -, false, SUSPENDED, UNPAID",
                "true, true, -, false, SUSPENDED, SUSPENDED",
                "false, true, CANCELED, false, ENDED, CANCELED",
                "true, true, CANCELED, false, ENDED, SUSPENDED",
                "false, false, EXPIRED, false, ENDED, EXPIRED",
                "false, false, -, true, ENDED, EXPIRED",
                "false, true, -, true, ENDED, EXPIRED",
                "false, false, CANCELED, true, ENDED, CANCELED",
            })
    void the_reason_is_the_first_that_applies(
            boolean suspended,
            boolean unpaid,
            @Nullable LicenseEnd end,
            boolean past,
            LicenseStatus status,
            @Nullable LicensingRefusal refusal) {
        License subject = license(Grants.startup(), END);
        subject.activate();
        if (suspended) {
            subject.hold(LicenseHold.SUSPENDED);
        }
        if (unpaid) {
            subject.hold(LicenseHold.UNPAID);
        }
        if (end != null) {
            subject.end(end);
        }
        Instant at = past ? END : END.minusSeconds(1);

        assertThat(subject.statusAt(at)).isEqualTo(status);
        assertThat(subject.refusalAt(at).orElse(null)).isEqualTo(refusal);
    }

    @Test
    void paying_does_not_lift_what_the_vendor_stopped() {
        license.activate();
        license.hold(LicenseHold.SUSPENDED);
        license.hold(LicenseHold.UNPAID);
        license.lift(LicenseHold.UNPAID);

        assertThat(license.refusalAt(NOON)).contains(LicensingRefusal.SUSPENDED);
        license.lift(LicenseHold.SUSPENDED);
        assertThat(license.refusalAt(NOON)).isEmpty();
    }

    @Test
    void the_first_end_stays() {
        license.end(LicenseEnd.EXPIRED);
        license.end(LicenseEnd.CANCELED);

        assertThat(license.refusalAt(NOON)).contains(LicensingRefusal.EXPIRED);
    }

    @Test
    void a_change_raises_the_revision_and_the_same_grant_does_not() {
        license.change(Grants.startup(), "1/1", NOON);
        assertThat(license.revision()).isEqualTo(1);

        license.change(Grants.withSeats(3, 1), "3/1", NOON);
        assertThat(license.revision()).isEqualTo(2);
        assertThat(license.seats(SeatClass.PRODUCTION)).isEqualTo(Limit.of(3));
        assertThat(license.overLimitUntil(SeatClass.PRODUCTION)).isEmpty();
    }

    @Test
    void a_lowered_limit_is_tolerated_for_a_fortnight() {
        license.change(Grants.withSeats(0, 1), "0/1", NOON);

        assertThat(license.overLimitUntil(SeatClass.PRODUCTION)).contains(NOON.plus(Duration.ofDays(14)));
        assertThat(license.overLimitUntil(SeatClass.DEVELOPMENT)).isEmpty();
    }

    @Test
    void an_old_secret_overlaps_with_the_new_one_and_then_ends() {
        assertThat(license.rotateSecret("new", Duration.ofDays(3), NOON)).contains(NOON.plus(Duration.ofDays(3)));

        assertThat(license.acceptsSecret("new", NOON)).isTrue();
        assertThat(license.acceptsSecret("first", NOON.plus(Duration.ofDays(3)).minusMillis(1)))
                .isTrue();
        assertThat(license.acceptsSecret("first", NOON.plus(Duration.ofDays(3))))
                .isFalse();
    }

    @Test
    void a_leaked_secret_ends_at_once() {
        assertThat(license.rotateSecret("new", Duration.ZERO, NOON)).isEmpty();

        assertThat(license.acceptsSecret("first", NOON)).isFalse();
        assertThat(license.knowsSecret("first")).isFalse();
    }

    @ParameterizedTest(name = "released on {0}: {1}")
    @CsvSource({"2026-12-30, true", "2026-12-31, true", "2027-01-01, false"})
    void updates_are_covered_up_to_the_last_day_inclusive(LocalDate released, boolean covered) {
        License perpetual = license(Grants.grant(1, 1, 86_400, LocalDate.of(2026, 12, 31)), null);

        assertThat(perpetual.covers(released)).isEqualTo(covered);
    }

    private static License license(Grant grant, @Nullable Instant validUntil) {
        return new License(new UUID(1, 1), new UUID(9, 9), "iot-platform", grant, "1/1", "first", validUntil, NOON);
    }
}
