package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.licensing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.chancery.service.platform.CallerIdentity;
import org.chancery.service.platform.PageOf;
import org.junit.jupiter.api.Test;

/** One instance as its owner sees it. */
class FleetServiceTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.withSeats(2, 0));
    private final Client client = house.new Client(license.secret());

    @Test
    void an_instance_is_shown_with_what_it_said_of_itself() {
        client.activate();
        InstanceDetail detail = house.fleet.inspect(client.id());

        assertThat(detail.condition()).isEqualTo(InstanceCondition.ONLINE);
        assertThat(detail.releaseDate()).isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(detail.address()).isEqualTo("192.0.2.1");
        assertThat(detail.activatedAt()).isEqualTo(LicensingHouse.NOON);
        assertThat(detail.activations()).isEqualTo(1);
        assertThat(detail.overLimitUntil()).isNull();
        assertThat(detail.instance().nextCheckBy()).isEqualTo(LicensingHouse.NOON.plus(HOUR));
        assertThat(detail.instance().leaseUntil()).isEqualTo(LicensingHouse.NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void a_quiet_instance_becomes_late_silent_and_lapsed() {
        client.activate();
        house.advance(HOUR.plusSeconds(1));
        assertThat(condition()).isEqualTo(InstanceCondition.LATE);
        house.advance(HOUR);
        assertThat(condition()).isEqualTo(InstanceCondition.SILENT);
        house.advance(Duration.ofDays(1));
        assertThat(condition()).isEqualTo(InstanceCondition.LAPSED);
        client.check();
        assertThat(condition()).isEqualTo(InstanceCondition.ONLINE);
    }

    @Test
    void a_short_lease_is_missed_sooner() {
        client.leaseSeconds = 300;
        client.activate();
        house.advance(Duration.ofSeconds(101));
        assertThat(condition()).isEqualTo(InstanceCondition.LATE);
        house.advance(Duration.ofSeconds(100));
        assertThat(condition()).isEqualTo(InstanceCondition.SILENT);
    }

    @Test
    void the_newest_of_too_many_is_told_until_when_it_may_go_on() {
        client.activate();
        house.advance(Duration.ofMinutes(1));
        Client second = house.new Client(license.secret()).named("plant-1", "node-2");
        second.activate();
        house.licenses.change(license.id(), Grants.withSeats(1, 0));

        assertThat(condition()).isEqualTo(InstanceCondition.ONLINE);
        InstanceDetail surplus = house.fleet.inspect(second.id());
        assertThat(surplus.condition()).isEqualTo(InstanceCondition.OVER_LIMIT);
        assertThat(surplus.overLimitUntil()).isEqualTo(house.clock.instant().plus(License.OVER_LIMIT_GRACE));
    }

    @Test
    void a_change_of_the_license_is_coming_until_the_instance_has_fetched_it() {
        client.activate();
        client.entitlements();
        assertThat(house.fleet.inspect(client.id()).changesComing()).isFalse();
        house.licenses.touch(license.id());
        assertThat(house.fleet.inspect(client.id()).changesComing()).isTrue();
        client.check();
        client.entitlements();
        assertThat(house.fleet.inspect(client.id()).changesComing()).isFalse();
    }

    @Test
    void the_history_has_both_addresses_and_the_lives_newest_first_and_in_pages() {
        client.activate();
        Client copy = client.copy("boot-9", "198.51.100.7");
        client.check();
        refused(copy::check, LicensingRefusal.FORK);
        client.release();
        client.activate();

        PageOf<InstanceEventView> newest = house.fleet.history(client.id(), null, 3);
        assertThat(newest.data())
                .extracting(InstanceEventView::type, InstanceEventView::epoch, InstanceEventView::address)
                .containsExactly(
                        tuple("instance.activated", 2, "192.0.2.1"),
                        tuple("instance.released", 1, "192.0.2.1"),
                        tuple("instance.cloned", 1, "198.51.100.7"));
        assertThat(newest.data().get(2).otherAddress()).isEqualTo("192.0.2.1");

        PageOf<InstanceEventView> older = house.fleet.history(client.id(), newest.next(), 3);
        assertThat(older.data()).extracting(InstanceEventView::type).containsExactly("instance.activated");
        assertThat(older.next()).isNull();
    }

    @Test
    void who_was_activated_with_the_former_secret_is_listed_until_it_activates_with_the_new_one() {
        client.activate();
        assertThat(onOlderSecret()).isEmpty();

        IssuedSecret issued = house.licenses.rotateSecret(license.id(), null);
        client.check();
        assertThat(onOlderSecret()).extracting(SecretHolder::accepted).containsExactly(true);

        Client second = house.new Client(license.secret()).named("plant-1", "node-2"); // within the overlap
        second.activate();
        assertThat(onOlderSecret())
                .extracting(holder -> holder.summary().id(), SecretHolder::accepted)
                .containsExactlyInAnyOrder(tuple(client.id(), true), tuple(second.id(), true));

        house.advance(LicenseService.USUAL_OVERLAP);
        assertThat(onOlderSecret()).extracting(SecretHolder::accepted).containsOnly(false);

        Client restarted = house.new Client(issued.secret());
        restarted.activate();
        assertThat(onOlderSecret()).extracting(holder -> holder.summary().id()).containsExactly(second.id());
        second.release();
        assertThat(onOlderSecret()).isEmpty();
    }

    @Test
    void a_second_change_ends_the_first_secret_at_once() {
        client.activate();
        house.licenses.rotateSecret(license.id(), null);
        house.licenses.rotateSecret(license.id(), null);

        assertThat(onOlderSecret()).extracting(SecretHolder::accepted).containsExactly(false);
    }

    private List<SecretHolder> onOlderSecret() {
        return house.fleet.onOlderSecret(license.id(), null, 10).data();
    }

    @Test
    void another_account_finds_nothing() {
        client.activate();
        house.callerName = CallerIdentity.user(new UUID(1, 1), new UUID(8, 8)).toPrincipalName();

        assertThatThrownBy(() -> house.fleet.inspect(client.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.fleet.history(client.id(), null, 10)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.fleet.onOlderSecret(license.id(), null, 10))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> house.fleet.inspect(new UUID(9, 9))).isInstanceOf(NotFoundException.class);
    }

    private InstanceCondition condition() {
        return house.fleet.inspect(client.id()).condition();
    }
}
