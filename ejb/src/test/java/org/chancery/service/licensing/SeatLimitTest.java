package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.service.licensing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.Limit;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.junit.jupiter.api.Test;

/** How many may run, by class, and what happens when it becomes fewer. */
class SeatLimitTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    private final LicensingHouse house = new LicensingHouse();

    @Test
    void development_seats_are_counted_by_themselves() {
        IssuedLicense license = house.license(Grants.withSeats(1, 2));
        production(license, "node-1").activate();
        development(license, "dev-1").activate();
        Client second = development(license, "dev-2");
        second.activate();

        refused(development(license, "dev-3")::activate, LicensingRefusal.SEATS_EXCEEDED);
        refused(production(license, "node-2")::activate, LicensingRefusal.SEATS_EXCEEDED);
        second.release();
        refused(production(license, "node-2")::activate, LicensingRefusal.SEATS_EXCEEDED);
        assertThat(development(license, "dev-3").activate().epoch()).isEqualTo(1);
        assertThat(house.licenses.view(license.id()).seats())
                .isEqualTo(Map.of("production", new SeatUse(1L, 1), "development", new SeatUse(2L, 2)));
    }

    @Test
    void no_development_seat_is_none() {
        IssuedLicense license = house.license(Grants.withSeats(1, 0));

        refused(development(license, "dev-1")::activate, LicensingRefusal.SEATS_EXCEEDED);
        assertThat(production(license, "node-1").activate().epoch()).isEqualTo(1);
    }

    @Test
    void unlimited_development_seats_are_never_full_and_give_no_production_seat_away() {
        IssuedLicense license = house.license(Grants.withSeats(Limit.of(0), Limit.UNLIMITED));
        for (int i = 0; i < 100; i++) {
            assertThat(development(license, "dev-" + i).activate().epoch()).isEqualTo(1);
        }

        refused(production(license, "node-1")::activate, LicensingRefusal.SEATS_EXCEEDED);
        assertThat(house.licenses.view(license.id()).seats())
                .isEqualTo(Map.of("production", new SeatUse(0L, 0), "development", new SeatUse("unlimited", 100)));
    }

    @Test
    void a_name_that_comes_back_in_another_class_needs_a_seat_of_that_class() {
        IssuedLicense license = house.license(Grants.withSeats(1, 1));
        Client client = production(license, "node-1");
        client.activate();
        development(license, "dev-1").activate();
        client.release();
        client.seatClass = "development";
        refused(client::activate, LicensingRefusal.SEATS_EXCEEDED);

        client.seatClass = "production";
        assertThat(client.activate().epoch()).isEqualTo(2);
    }

    @Test
    void a_lowered_limit_kills_nobody_and_lets_nobody_new_in() {
        IssuedLicense license = house.license(Grants.withSeats(3, 0));
        List<Client> fleet = fleet(license, 3);
        house.licenses.change(license.id(), Grants.withSeats(1, 0));
        SeatAnswer.OverLimit warning =
                new SeatAnswer.OverLimit(1, 3, house.clock.instant().plus(FORTNIGHT));

        for (Client each : fleet) {
            assertThat(each.check().overLimit()).isEqualTo(warning);
        }
        refused(production(license, "node-9")::activate, LicensingRefusal.SEATS_EXCEEDED);
        fleet.get(2).release();
        refused(fleet.get(2)::activate, LicensingRefusal.SEATS_EXCEEDED); // coming back is activating, too
        assertThat(fleet.get(0).check().overLimit()).isEqualTo(new SeatAnswer.OverLimit(1, 2, warning.until()));
    }

    @Test
    void to_the_second_a_fortnight_later_the_newest_are_refused_until_the_rest_fits() {
        IssuedLicense license = house.license(Grants.withSeats(Limit.UNLIMITED, Limit.of(0)));
        List<Client> fleet = fleet(license, 4);
        house.licenses.change(license.id(), Grants.withSeats(2, 0));
        Instant until = house.clock.instant().plus(FORTNIGHT);
        keepAlive(fleet, until.minusSeconds(1));
        for (Client each : fleet) {
            assertThat(each.check().overLimit()).isEqualTo(new SeatAnswer.OverLimit(2, 4, until));
        }

        house.advance(Duration.ofSeconds(1));
        for (Client surplus : fleet.subList(2, 4)) {
            assertThat(refused(surplus::check, LicensingRefusal.SEATS_EXCEEDED).details())
                    .containsKeys("retryAfter", "denial");
        }
        for (Client oldest : fleet.subList(0, 2)) {
            assertThat(oldest.check().overLimit()).isEqualTo(new SeatAnswer.OverLimit(2, 4, until));
        }
        fleet.get(0).release();
        assertThat(fleet.get(2).check().overLimit()).isEqualTo(new SeatAnswer.OverLimit(2, 3, until));
        refused(fleet.get(3)::check, LicensingRefusal.SEATS_EXCEEDED);
    }

    @Test
    void who_fits_again_is_warned_no_longer() {
        IssuedLicense license = house.license(Grants.withSeats(2, 0));
        List<Client> fleet = fleet(license, 2);
        house.licenses.change(license.id(), Grants.withSeats(1, 0));
        assertThat(fleet.get(1).check().overLimit()).isNotNull();
        house.licenses.change(license.id(), Grants.withSeats(2, 0));

        assertThat(fleet.get(1).check().overLimit()).isNull();
        keepAlive(fleet, house.clock.instant().plus(FORTNIGHT).plus(DAY));
        assertThat(fleet.get(1).check().overLimit()).isNull();
    }

    @Test
    void a_lowered_class_says_nothing_to_the_other() {
        IssuedLicense license = house.license(Grants.withSeats(1, 2));
        Client production = production(license, "node-1");
        production.activate();
        Client developer = development(license, "dev-1");
        developer.activate();
        development(license, "dev-2").activate();
        house.licenses.change(license.id(), Grants.withSeats(1, 1));

        assertThat(production.check().overLimit()).isNull();
        assertThat(developer.check().overLimit())
                .isEqualTo(new SeatAnswer.OverLimit(1, 2, house.clock.instant().plus(FORTNIGHT)));
    }

    private void keepAlive(List<Client> fleet, Instant until) {
        while (house.clock.instant().plus(DAY.dividedBy(2)).isBefore(until)) {
            house.advance(DAY.dividedBy(2));
            fleet.forEach(Client::check);
        }
        house.advance(Duration.between(house.clock.instant(), until));
    }

    /** Activated one after the other, a minute apart. */
    private List<Client> fleet(IssuedLicense license, int size) {
        List<Client> fleet = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            Client client = production(license, "node-" + i);
            client.activate();
            fleet.add(client);
            house.advance(Duration.ofMinutes(1));
        }
        return fleet;
    }

    private Client production(IssuedLicense license, String name) {
        return house.new Client(license.secret()).named("plant-1", name);
    }

    private Client development(IssuedLicense license, String name) {
        Client client = production(license, name);
        client.seatClass = "development";
        return client;
    }
}
