package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.licensing.LicensingHouse.NONCE;
import static org.chancery.service.licensing.LicensingHouse.NOON;
import static org.chancery.service.licensing.Refusals.refused;
import static org.chancery.service.licensing.Refusals.refusedAs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.chancery.model.licensing.Activation;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.LeaseTerms;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.junit.jupiter.api.Test;

/** Keeping it, check by check. */
class InstanceCheckTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.startup());
    private final Client client = house.new Client(license.secret());

    @Test
    void exchanges_the_secret_and_renews_the_lease() {
        client.activate();
        house.advance(Duration.ofHours(1));
        CheckedInstance checked = client.check();

        assertThat(checked.seq()).isEqualTo(2);
        assertThat(checked.nextCheckAfter()).isEqualTo(3600);
        assertThat(house.leaseOf(checked.lease()).expiresAt())
                .isEqualTo(NOON.plus(Duration.ofHours(1)).plus(DAY));
    }

    /** Or the seat could be given to another between the look at the lease and the writing of its renewal. */
    @Test
    void a_lease_that_is_about_to_end_is_renewed_with_its_license_locked() {
        client.activate();
        int before = house.licenseRows.locks();
        house.advance(DAY.minusSeconds(61));
        client.check();
        assertThat(house.licenseRows.locks()).isEqualTo(before);
        house.advance(DAY.minusSeconds(60));
        client.check();
        assertThat(house.licenseRows.locks()).isEqualTo(before + 1);
    }

    @Test
    void a_lost_answer_is_repeated_with_the_stored_times() {
        client.activate();
        house.advance(Duration.ofHours(1));
        Lease lost = house.leaseOf(client.checkButLoseTheAnswer().lease());
        house.advance(Duration.ofMinutes(10));
        CheckedInstance repeated = client.check();

        assertThat(house.leaseOf(repeated.lease())).isEqualTo(lost);
        assertThat(repeated.seq()).isEqualTo(2);
        assertThat(repeated.nextCheckAfter()).isEqualTo(3000);
        assertThat(client.check().seq()).isEqualTo(3);
    }

    @Test
    void a_copy_is_refused_reported_with_both_addresses_and_harms_nobody() {
        client.activate();
        Client copy = client.copy("boot-9", "198.51.100.7");
        client.check();

        LicensingException refused = refused(copy::check, LicensingRefusal.FORK);
        assertThat(refused.details()).containsKey("denial");
        assertThat(house.eventRows.latestOf(license.id(), 9))
                .filteredOn(event -> event.type() == InstanceEventType.CLONED)
                .extracting(InstanceEvent::address, InstanceEvent::otherAddress)
                .containsExactly(tuple("198.51.100.7", "192.0.2.1"));
        assertThat(client.check().seq()).isEqualTo(3);
        refused(copy::check, LicensingRefusal.STALE);
    }

    @Test
    void a_copy_that_keeps_trying_is_reported_five_times_a_minute() {
        client.activate();
        Client copy = client.copy("boot-9", "198.51.100.7");
        client.check();
        for (int i = 0; i < 8; i++) {
            refused(copy::check, LicensingRefusal.FORK);
        }

        assertThat(house.events(license.id()))
                .filteredOn("instance.cloned"::equals)
                .hasSize(5);
    }

    @Test
    void two_processes_on_one_disk_are_told_apart_by_their_boots() {
        client.activate();
        client.bootId = "boot-2";
        client.check();
        client.bootId = "boot-1";

        refused(client::check, LicensingRefusal.SHARED);
        assertThat(house.events(license.id())).contains("instance.shared");
        client.bootId = "boot-2";
        assertThat(client.check().seq()).isEqualTo(3);
    }

    @Test
    void a_receipt_heals_a_database_that_forgot() {
        client.activate();
        Client asRestored = client.copy("boot-1", client.address);
        for (int i = 0; i < 3; i++) {
            client.check();
        }
        restoreTo(asRestored);

        assertThat(client.check().seq()).isEqualTo(5);
        assertThat(house.events(license.id())).contains("instance.healed");
    }

    @Test
    void without_its_receipt_a_forgotten_secret_is_stale() {
        client.activate();
        Client asRestored = client.copy("boot-1", client.address);
        client.check();
        client.check();
        restoreTo(asRestored);
        client.forgetReceipt();

        refused(client::check, LicensingRefusal.STALE);
    }

    @Test
    void after_its_lease_an_instance_goes_on_when_a_seat_is_free() {
        client.activate();
        house.advance(DAY.plusSeconds(1));

        assertThat(client.check().seq()).isEqualTo(2);
    }

    @Test
    void after_its_lease_an_instance_is_lapsed_when_the_seat_went_to_another() {
        client.activate();
        house.advance(DAY);
        Client other = another("node-2");
        other.activate();

        refused(client::check, LicensingRefusal.LAPSED);
        other.release();
        assertThat(client.check().seq()).isEqualTo(2);
    }

    @Test
    void an_unknown_instance_is_denied_in_the_name_of_the_product_its_receipt_shows() {
        Client lost = house.new Client(license.secret());
        lost.activate();
        lost.pretend(new UUID(5, 5).toString());
        assertThat(refused(lost::check, LicensingRefusal.INSTANCE_NOT_FOUND).details())
                .containsKey("denial");

        lost.pretend("no-uuid");
        refused(lost::check, LicensingRefusal.INSTANCE_NOT_FOUND);
    }

    @Test
    void a_suspended_license_refuses_before_the_secret_is_looked_at() {
        client.activate();
        Client copy = client.copy("boot-9", "198.51.100.7");
        client.check();
        house.licenses.suspend(license.id(), "fraud");

        refused(copy::check, LicensingRefusal.SUSPENDED);
        refused(client::check, LicensingRefusal.SUSPENDED);
        house.licenses.resume(license.id());
        assertThat(client.check().seq()).isEqualTo(3);
    }

    @Test
    void a_release_beyond_the_included_updates_is_refused_until_it_is_gone() {
        IssuedLicense perpetual = house.license(Grants.grant(1, 1, 86_400, LocalDate.of(2026, 1, 31)));
        Client owner = house.new Client(perpetual.secret());
        owner.activate();
        owner.releaseDate = "2026-02-01";
        refused(owner::check, LicensingRefusal.VERSION_NOT_COVERED);

        owner.releaseDate = "2026-01-31";
        assertThat(owner.check().seq()).isEqualTo(2);
    }

    @Test
    void sixty_checks_in_ten_minutes() {
        client.activate();
        for (int i = 0; i < 60; i++) {
            client.check();
        }
        assertThat(refusedAs(client::check, CommonRefusal.TOO_MANY_REQUESTS).details())
                .doesNotContainKey("denial");
        house.advance(Duration.ofMinutes(10));
        assertThat(client.check().seq()).isEqualTo(62);
    }

    @Test
    void wrong_secrets_are_limited_by_address_and_never_use_up_the_checks_of_the_instance() {
        client.activate();
        List<Client> thieves = List.of(client.copy("boot-8", "198.51.100.7"), client.copy("boot-9", "198.51.100.8"));
        client.check();
        client.check();
        for (int minute = 0; minute < 9; minute++) {
            for (Client thief : thieves) {
                for (int i = 0; i < 5; i++) {
                    refused(thief::check, LicensingRefusal.STALE);
                }
                refusedAs(thief::check, CommonRefusal.TOO_MANY_REQUESTS);
            }
            house.advance(Duration.ofMinutes(1));
        }

        assertThat(client.check().seq()).isEqualTo(4);
    }

    @Test
    void the_same_secret_as_next_is_an_invalid_request() {
        client.activate();
        String current = client.secretInUse();

        assertThatThrownBy(() -> house.instances.check(new CheckInstance(
                        client.id().toString(),
                        new PresentedSecret(current),
                        "192.0.2.1",
                        1,
                        1L,
                        PresentedSecret.sha256Of(current),
                        NONCE,
                        "boot-1",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void changes_are_announced_until_they_are_applied() {
        client.activate();
        assertThat(client.check().entitlementsChanged()).isTrue();
        client.entitlements();
        assertThat(client.check().entitlementsChanged()).isFalse();

        house.licenses.change(license.id(), Grants.withSeats(2, 1));
        assertThat(client.check().entitlementsChanged()).isTrue();
        client.appliedRevision = 1L;
        assertThat(client.check().entitlementsChanged()).isTrue();
        client.appliedRevision = 2L;
        assertThat(client.check().entitlementsChanged()).isFalse();
    }

    @Test
    void a_lowered_limit_warns_for_a_fortnight_and_then_refuses_the_newest() {
        IssuedLicense wide = house.license(Grants.withSeats(2, 0));
        Client oldest = house.new Client(wide.secret());
        oldest.activate();
        house.advance(Duration.ofMinutes(1));
        Client newest = house.new Client(wide.secret()).named("plant-1", "node-2");
        newest.activate();
        house.licenses.change(wide.id(), Grants.withSeats(1, 0));
        SeatAnswer.OverLimit warning =
                new SeatAnswer.OverLimit(1, 2, house.clock.instant().plus(Duration.ofDays(14)));
        for (int hours = 0; hours < 14 * 24; hours += 12) {
            assertThat(oldest.check().overLimit()).isEqualTo(warning);
            assertThat(newest.check().overLimit()).isEqualTo(warning);
            house.advance(Duration.ofHours(12));
        }

        assertThat(oldest.check().overLimit()).isEqualTo(warning);
        refused(newest::check, LicensingRefusal.SEATS_EXCEEDED);
        house.advance(DAY);
        assertThat(oldest.check().overLimit()).isNull();
    }

    private void restoreTo(Client disk) {
        house.instanceRows.add(new Instance(
                client.id(),
                license.id(),
                LicensingHouse.PRODUCT,
                new Activation(
                        "plant-1",
                        "node-1",
                        SeatClass.PRODUCTION,
                        "1.0",
                        LocalDate.of(2026, 1, 1),
                        "boot-1",
                        PresentedSecret.sha256Of(disk.secretInUse()),
                        null,
                        null,
                        "192.0.2.1"),
                new LeaseTerms(DAY, null),
                NOON));
    }

    private Client another(String name) {
        return house.new Client(license.secret()).named("plant-1", name);
    }
}
