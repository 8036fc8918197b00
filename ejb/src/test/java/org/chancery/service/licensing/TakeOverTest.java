package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.licensing.Refusals.refused;
import static org.chancery.service.licensing.Refusals.refusedAs;

import java.time.Duration;
import java.util.UUID;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.junit.jupiter.api.Test;

/** Whose a name is when two processes want it. */
class TakeOverTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    /** Two intervals of an hour, and ten seconds for the one who is only late. */
    private static final Duration TWO_MISSED = HOUR.multipliedBy(2).plusSeconds(10);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.startup());
    private final Client old = house.new Client(license.secret());
    private final Client newcomer = old.copy("boot-2", "198.51.100.7");

    @Test
    void the_name_is_busy_until_its_holder_has_missed_two_checks() {
        old.activate();
        house.advance(TWO_MISSED.minusSeconds(1));

        LicensingException refused = refused(newcomer::activate, LicensingRefusal.SEATS_EXCEEDED);
        assertThat(refused.details()).containsEntry("retryAfter", 1L).containsKey("denial");
        assertThat(old.check().seq()).isEqualTo(2);
        assertThat(refused(newcomer::activate, LicensingRefusal.SEATS_EXCEEDED).details())
                .containsEntry("retryAfter", TWO_MISSED.toSeconds());
    }

    @Test
    void then_the_newcomer_gets_the_same_seat_in_the_next_epoch() {
        UUID id = old.activate().instanceId();
        old.check();
        house.advance(TWO_MISSED);
        ActivatedInstance taken = newcomer.activate();

        assertThat(taken.instanceId()).isEqualTo(id);
        assertThat(taken.epoch()).isEqualTo(2);
        assertThat(newcomer.check().seq()).isEqualTo(2);
        assertThat(house.licenses.view(license.id()).seats().get("production")).isEqualTo(new SeatUse(1L, 1));
        assertThat(house.eventRows.latestOf(license.id(), 9))
                .filteredOn(event -> event.type() == InstanceEventType.DISPLACED)
                .extracting(InstanceEvent::address, InstanceEvent::otherAddress, InstanceEvent::epoch)
                .containsExactly(tuple("198.51.100.7", "192.0.2.1", 1));
    }

    @Test
    void a_short_lease_is_told_short_intervals_and_is_taken_over_sooner() {
        old.leaseSeconds = 300;
        assertThat(old.activate().checkInterval()).isEqualTo(100);
        house.advance(Duration.ofSeconds(200));
        assertThat(refused(newcomer::activate, LicensingRefusal.SEATS_EXCEEDED).details())
                .containsEntry("retryAfter", 1L);

        house.advance(Duration.ofSeconds(1));
        assertThat(newcomer.activate().epoch()).isEqualTo(2);
    }

    @Test
    void the_interval_that_counts_is_the_one_it_was_told() {
        old.activate();
        house.licenses.change(license.id(), Grants.grant(1, 1, 600, null)); // it will hear of it at its next check
        house.advance(Duration.ofMinutes(30));
        refused(newcomer::activate, LicensingRefusal.SEATS_EXCEEDED);

        assertThat(old.check().nextCheckAfter()).isEqualTo(200);
        house.advance(Duration.ofSeconds(402));
        assertThat(newcomer.activate().epoch()).isEqualTo(2);
    }

    @Test
    void who_was_displaced_is_told_so_whatever_it_asks() {
        old.activate();
        old.check();
        old.checkButLoseTheAnswer();
        house.advance(TWO_MISSED);
        newcomer.activate();

        LicensingException refused = refused(old::check, LicensingRefusal.DISPLACED);
        assertThat(refused.refusal().remedy()).isEqualTo("reactivate");
        assertThat(refused.details()).containsKey("denial");
        refused(old::entitlements, LicensingRefusal.DISPLACED);
        refused(old::release, LicensingRefusal.DISPLACED);
        assertThat(newcomer.check().seq()).isEqualTo(2);
        newcomer.release();
        refused(old::check, LicensingRefusal.LAPSED); // 108 comes before 107
    }

    @Test
    void a_secret_that_the_old_life_did_not_have_is_stale() {
        old.activate();
        Client copy = old.copy("boot-9", "203.0.113.9");
        old.check();
        old.check();
        house.advance(TWO_MISSED);
        newcomer.activate();

        refused(copy::check, LicensingRefusal.STALE);
        refused(old::check, LicensingRefusal.DISPLACED);
    }

    @Test
    void the_old_receipt_does_not_bring_the_old_life_back() {
        old.activate();
        house.advance(TWO_MISSED);
        newcomer.activate();
        for (int i = 0; i < 3; i++) {
            refused(old::check, LicensingRefusal.DISPLACED);
        }

        assertThat(house.events(license.id())).doesNotContain("instance.healed");
    }

    @Test
    void the_eleventh_take_over_of_a_day_has_to_wait_until_the_day_of_the_first_is_over() {
        Client holder = old;
        holder.activate();
        for (int i = 1; i <= 10; i++) {
            house.advance(TWO_MISSED);
            Client next = house.new Client(license.secret());
            assertThat(next.activate().epoch()).isEqualTo(i + 1);
            holder = next;
        }
        house.advance(TWO_MISSED);

        long wait = DAY.minus(TWO_MISSED.multipliedBy(10)).toSeconds();
        assertThat(refusedAs(newcomer::activate, CommonRefusal.TOO_MANY_REQUESTS)
                        .details())
                .containsOnlyKeys("retryAfter")
                .containsEntry("retryAfter", wait);
        assertThat(holder.check().seq()).isEqualTo(2);
        house.advance(TWO_MISSED);
        refusedAs(newcomer::activate, CommonRefusal.TOO_MANY_REQUESTS);
        house.advance(Duration.ofSeconds(wait).minus(TWO_MISSED));
        assertThat(newcomer.activate().epoch()).isEqualTo(12);
    }

    @Test
    void a_name_taken_over_too_often_is_refused_before_the_license_is_looked_at() {
        old.activate();
        for (int i = 0; i < 10; i++) {
            house.advance(TWO_MISSED);
            house.new Client(license.secret()).activate();
        }
        house.advance(TWO_MISSED);
        house.licenses.withhold(license.id());

        refusedAs(newcomer::activate, CommonRefusal.TOO_MANY_REQUESTS);
        refused(newcomer.named("plant-1", "node-2")::activate, LicensingRefusal.UNPAID);
    }

    @Test
    void coming_back_after_a_release_or_the_leases_end_is_no_take_over() {
        for (int i = 1; i <= 20; i++) {
            Client next = house.new Client(license.secret());
            assertThat(next.activate().epoch()).isEqualTo(i);
            if (i % 2 == 0) {
                next.release();
            } else {
                house.advance(DAY);
            }
        }

        assertThat(house.events(license.id())).doesNotContain("instance.displaced");
        old.activate();
        house.advance(TWO_MISSED);
        assertThat(newcomer.activate().epoch()).isEqualTo(22);
    }

    @Test
    void who_comes_back_after_its_lease_and_finds_another_is_stale_and_not_displaced() {
        old.activate();
        house.advance(DAY);
        newcomer.activate();

        refused(old::check, LicensingRefusal.STALE);
    }

    @Test
    void a_lost_answer_to_a_take_over_is_repeated_and_not_taken_over_again() {
        old.activate();
        house.advance(TWO_MISSED);
        newcomer.idempotencyKey = "try-1";
        Client repeated = newcomer.copy("boot-2", newcomer.address);
        repeated.proposeLike(newcomer);
        assertThat(newcomer.activate().epoch()).isEqualTo(2);
        house.advance(TWO_MISSED);

        assertThat(repeated.activate().epoch()).isEqualTo(2);
        assertThat(house.events(license.id()))
                .filteredOn("instance.displaced"::equals)
                .hasSize(1);
    }

    @Test
    void a_stopped_instance_keeps_its_seat_when_the_day_has_used_up_its_deactivations() {
        for (int i = 0; i < 10; i++) {
            Client next = house.new Client(license.secret());
            next.activate();
            house.seatAdministration.deactivate(license.id(), next.id());
        }
        old.activate();
        house.seatAdministration.deactivate(license.id(), old.id());
        house.advance(TWO_MISSED);

        assertThat(refused(newcomer::activate, LicensingRefusal.SEATS_EXCEEDED).details())
                .containsEntry("retryAfter", DAY.minus(TWO_MISSED).toSeconds());
    }

    @Test
    void a_take_over_needs_a_seat_like_every_activation() {
        IssuedLicense wide = house.license(Grants.withSeats(2, 0));
        Client holder = house.new Client(wide.secret());
        holder.activate();
        Client other = house.new Client(wide.secret()).named("plant-1", "node-2");
        other.activate();
        house.licenses.change(wide.id(), Grants.withSeats(1, 0));
        house.advance(TWO_MISSED);
        other.check();

        refused(house.new Client(wide.secret())::activate, LicensingRefusal.SEATS_EXCEEDED);
        assertThat(holder.check().seq()).isEqualTo(2);
    }
}
