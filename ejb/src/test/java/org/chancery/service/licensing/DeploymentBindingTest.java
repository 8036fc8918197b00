package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.licensing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.chancery.service.platform.CallerIdentity;
import org.junit.jupiter.api.Test;

/** A license that only one deployment may use in production. */
class DeploymentBindingTest {

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.withSeats(3, 3));
    private final Client here = house.new Client(license.secret()).named("plant-1", "node-1");
    private final Client there = house.new Client(license.secret()).named("plant-2", "node-1");

    @Test
    void no_license_is_bound_by_itself() {
        here.activate();

        assertThat(there.activate().epoch()).isEqualTo(1);
        assertThat(house.licenses.view(license.id()).deploymentId()).isNull();
    }

    @Test
    void another_deployment_gets_no_production_seat() {
        assertThat(house.licenses.bind(license.id(), "plant-1").deploymentId()).isEqualTo("plant-1");

        LicensingException refused = refused(there::activate, LicensingRefusal.DEPLOYMENT_MISMATCH);
        assertThat(refused.refusal().remedy()).isEqualTo("release-there");
        assertThat(refused.details()).containsKey("denial");
        assertThat(here.activate().epoch()).isEqualTo(1);
    }

    @Test
    void instances_that_run_elsewhere_are_refused_at_their_next_check_and_may_release_their_seat() {
        here.activate();
        there.activate();
        house.licenses.bind(license.id(), "plant-1");

        refused(there::check, LicensingRefusal.DEPLOYMENT_MISMATCH);
        assertThat(here.check().seq()).isEqualTo(2);
        there.release();
        assertThat(house.licenses.view(license.id()).seats().get("production")).isEqualTo(new SeatUse(3L, 1));
    }

    @Test
    void development_seats_are_bound_to_no_deployment() {
        there.seatClass = "development";
        there.activate();
        house.licenses.bind(license.id(), "plant-1");

        assertThat(there.check().seq()).isEqualTo(2);
        Client another = there.copy("boot-2", there.address).named("plant-3", "node-1");
        assertThat(another.activate().epoch()).isEqualTo(1);
    }

    @Test
    void it_is_bound_elsewhere_or_freed_at_any_time_and_the_refused_go_on() {
        there.activate();
        house.licenses.bind(license.id(), "plant-1");
        refused(there::check, LicensingRefusal.DEPLOYMENT_MISMATCH);

        house.licenses.bind(license.id(), "plant-2");
        assertThat(there.check().seq()).isEqualTo(2);
        refused(here::activate, LicensingRefusal.DEPLOYMENT_MISMATCH);
        assertThat(house.licenses.unbind(license.id()).deploymentId()).isNull();
        assertThat(here.activate().epoch()).isEqualTo(1);
    }

    @Test
    void a_lease_that_ended_elsewhere_is_not_renewed() {
        there.activate();
        house.licenses.bind(license.id(), "plant-1");
        house.advance(Duration.ofDays(2));

        refused(there::check, LicensingRefusal.DEPLOYMENT_MISMATCH);
        assertThat(house.licenses.view(license.id()).seats().get("production")).isEqualTo(new SeatUse(3L, 0));
    }

    @Test
    void it_comes_after_the_release_date_and_before_the_seats() {
        IssuedLicense full = house.license(Grants.grant(0, 0, 86_400, LocalDate.of(2025, 12, 31)));
        house.licenses.bind(full.id(), "plant-1");
        Client stranger = house.new Client(full.secret()).named("plant-2", "node-1");

        refused(stranger::activate, LicensingRefusal.VERSION_NOT_COVERED);
        stranger.releaseDate = "2025-12-31";
        refused(stranger::activate, LicensingRefusal.DEPLOYMENT_MISMATCH);
        house.licenses.unbind(full.id());
        refused(stranger::activate, LicensingRefusal.SEATS_EXCEEDED);
    }

    @Test
    void only_a_name_is_taken() {
        for (String wrong : new String[] {null, "", " ", "a\u0000b", "x".repeat(129)}) {
            assertThatThrownBy(() -> house.licenses.bind(license.id(), wrong))
                    .as("%s", wrong)
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThat(house.licenses.view(license.id()).deploymentId()).isNull();
    }

    @Test
    void another_account_finds_no_license_to_bind() {
        house.callerName = CallerIdentity.user(new UUID(1, 1), new UUID(8, 8)).toPrincipalName();

        assertThatThrownBy(() -> house.licenses.bind(license.id(), "plant-1")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.licenses.unbind(license.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_audit_trail_tells_from_where_to_where() {
        house.auditRows.clear();
        house.licenses.bind(license.id(), "plant-1");
        house.licenses.unbind(license.id());

        assertThat(house.auditRows)
                .extracting(AuditEntry::action, AuditEntry::before, AuditEntry::after)
                .containsExactly(
                        tuple("license.bind", "any deployment", "deployment plant-1"),
                        tuple("license.unbind", "deployment plant-1", "any deployment"));
    }
}
