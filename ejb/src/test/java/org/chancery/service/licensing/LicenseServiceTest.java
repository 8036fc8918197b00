package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.licensing.LicensingHouse.ACCOUNT;
import static org.chancery.service.licensing.LicensingHouse.NOON;
import static org.chancery.service.licensing.LicensingHouse.PRODUCT;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.LicenseEnd;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.platform.CallerIdentity;
import org.junit.jupiter.api.Test;

class LicenseServiceTest {

    private final LicensingHouse house = new LicensingHouse();

    @Test
    void an_ordered_license_waits_until_it_is_activated() {
        IssuedLicense issued = house.licenses.grant(new GrantLicense(ACCOUNT, PRODUCT, Grants.startup(), false, null));
        assertThat(issued.secret()).startsWith("lic_");
        assertThat(house.licenses.view(issued.id()).status()).isEqualTo("pending");
        assertThat(house.licenses.view(issued.id()).reason()).isEqualTo("unpaid");

        house.licenses.activate(issued.id());
        LicenseView view = house.licenses.view(issued.id());
        assertThat(view.status()).isEqualTo("active");
        assertThat(view.reason()).isNull();
        assertThat(view.seats()).isEqualTo(Map.of("production", new SeatUse(1L, 0), "development", new SeatUse(1L, 0)));
    }

    @Test
    void a_license_with_an_end_expires_by_itself() {
        IssuedLicense issued = house.licenses.grant(
                new GrantLicense(ACCOUNT, PRODUCT, Grants.startup(), true, NOON.plusSeconds(3600)));
        ActivatedInstance activated = house.new Client(issued.secret()).activate();
        assertThat(house.leaseOf(activated.lease()).expiresAt()).isEqualTo(NOON.plusSeconds(3600));

        house.advance(Duration.ofHours(1));
        assertThat(house.licenses.view(issued.id()).status()).isEqualTo("ended");
        assertThat(house.licenses.view(issued.id()).reason()).isEqualTo("expired");
    }

    @Test
    void a_new_secret_overlaps_with_the_old_one_and_leaves_instances_alone() {
        IssuedLicense issued = house.license(Grants.withSeats(5, 5));
        LicensingHouse.Client running = house.new Client(issued.secret());
        running.activate();
        IssuedSecret next = house.licenses.rotateSecret(issued.id(), null);
        assertThat(next.previousUntil()).isEqualTo(NOON.plus(Duration.ofDays(3)));

        house.new Client(issued.secret()).named("plant-1", "node-2").activate();
        house.new Client(next.secret()).named("plant-1", "node-3").activate();
        assertThat(running.check().seq()).isEqualTo(2);

        house.licenses.rotateSecret(issued.id(), Duration.ZERO);
        assertThatThrownBy(() -> house.new Client(next.secret())
                        .named("plant-1", "node-4")
                        .activate())
                .isInstanceOf(LicensingException.class);
        assertThat(running.check().seq()).isEqualTo(3);
    }

    @Test
    void another_account_finds_nothing() {
        IssuedLicense issued = house.license(Grants.startup());
        house.callerName = CallerIdentity.user(new UUID(1, 1), new UUID(8, 8)).toPrincipalName();

        assertThatThrownBy(() -> house.licenses.view(issued.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.licenses.rotateSecret(issued.id(), null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.licenses.change(issued.id(), Grants.startup()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.seatAdministration.instances(issued.id(), null, 10))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.seatAdministration.events(issued.id(), 10))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.seatAdministration.deactivate(issued.id(), new UUID(3, 3)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_instance_is_only_found_under_its_own_license() {
        IssuedLicense one = house.license(Grants.startup());
        IssuedLicense other = house.license(Grants.startup());
        UUID instance = house.new Client(one.secret()).activate().instanceId();

        assertThatThrownBy(() -> house.seatAdministration.deactivate(other.id(), instance))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void instances_show_whether_they_live() {
        IssuedLicense issued = house.license(Grants.withSeats(3, 0));
        house.new Client(issued.secret()).activate();
        LicensingHouse.Client released = house.new Client(issued.secret()).named("plant-1", "node-2");
        released.activate();
        released.release();
        house.advance(Duration.ofHours(1));
        house.new Client(issued.secret()).named("plant-1", "node-3").activate();
        house.advance(Duration.ofHours(23));

        assertThat(house.seatAdministration.instances(issued.id(), null, 10).data())
                .extracting(InstanceView::name, InstanceView::state)
                .containsExactlyInAnyOrder(
                        tuple("node-1", "lapsed"), tuple("node-2", "released"), tuple("node-3", "active"));
    }

    @Test
    void every_deed_leaves_an_audit_row_without_a_secret() {
        IssuedLicense issued = house.license(Grants.startup());
        house.licenses.withhold(issued.id());
        house.licenses.reinstate(issued.id());
        house.licenses.suspend(issued.id(), "abuse");
        house.licenses.resume(issued.id());
        house.licenses.change(issued.id(), Grants.withSeats(2, 2));
        IssuedSecret next = house.licenses.rotateSecret(issued.id(), null);
        house.licenses.end(issued.id(), LicenseEnd.CANCELED);

        assertThat(house.auditRows)
                .extracting(AuditEntry::action)
                .containsExactly(
                        "license.grant",
                        "license.withhold",
                        "license.reinstate",
                        "license.suspend",
                        "license.resume",
                        "license.change",
                        "license.rotate-secret",
                        "license.end");
        assertThat(house.auditRows).allSatisfy(row -> assertThat(row.before() + row.after())
                .doesNotContain(issued.secret())
                .doesNotContain(next.secret()));
    }
}
