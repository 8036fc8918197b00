package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.service.licensing.LicensingHouse.NOON;

import java.time.Duration;
import org.chancery.model.licensing.Grants;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionStateTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest(name = "revision {0}, applied {1}, fetched {2}, restart needed {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2, 2, 2, false, applied",
                "2, 2, -, false, applied",
                "2, -, 2, false, applied", // it never says, so what it read is in force
                "2, 1, 2, false, pending", // read is not applied where the instance says better
                "2, 1, 1, false, pending",
                "2, -, 1, false, pending",
                "2, -, -, false, pending",
                "2, 3, 3, false, pending", // a database that was set back
                "2, 1, 2, true, restart-needed",
                "2, -, 2, true, restart-needed",
                "3, 1, 2, true, restart-needed",
                "2, 2, 2, true, restart-needed", // what it says of itself
            })
    void it_is_what_the_instance_said_last(
            long revision, @Nullable Long applied, @Nullable Long fetched, boolean restartNeeded, String word) {
        assertThat(RevisionState.of(revision, applied, fetched, restartNeeded).word())
                .isEqualTo(word);
    }

    @Test
    void a_change_is_pending_until_the_next_check_and_then_applied() {
        LicensingHouse house = new LicensingHouse();
        IssuedLicense license = house.license(Grants.startup());
        Client client = house.new Client(license.secret());
        client.activate();
        client.entitlements();
        assertThat(view(house, license).revisionState()).isEqualTo(RevisionState.APPLIED);
        assertThat(view(house, license).revisionBy()).isNull();

        house.licenses.change(license.id(), Grants.withSeats(2, 1));
        assertThat(view(house, license).revisionState()).isEqualTo(RevisionState.PENDING);
        assertThat(view(house, license).revisionBy()).isEqualTo(NOON.plus(HOUR));
        house.advance(HOUR);
        client.restartNeeded = true;
        client.check();
        client.entitlements();
        assertThat(view(house, license).revisionState()).isEqualTo(RevisionState.RESTART_NEEDED);
        client.restartNeeded = false;
        client.appliedRevision = 2L;
        client.check();
        assertThat(view(house, license).revisionState()).isEqualTo(RevisionState.APPLIED);

        client.release();
        assertThat(view(house, license).revisionState()).isNull();
        assertThat(view(house, license).revisionBy()).isNull();
    }

    @Test
    void nothing_is_in_force_where_nothing_runs() {
        LicensingHouse house = new LicensingHouse();
        IssuedLicense license = house.license(Grants.startup());
        house.new Client(license.secret()).activate();
        assertThat(view(house, license).revisionState()).isEqualTo(RevisionState.PENDING);
        house.advance(Duration.ofDays(1));

        assertThat(view(house, license).revisionState()).isNull();
    }

    private static InstanceView view(LicensingHouse house, IssuedLicense license) {
        return house.seatAdministration.instances(license.id(), null, 10).data().get(0);
    }
}
