package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.licensing.LicensingHouse.NONCE;
import static org.chancery.service.licensing.LicensingHouse.NOON;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.licensing.Activation;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.LeaseTerms;
import org.chancery.model.licensing.LicenseEnd;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.Refusal;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InstanceServiceTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.startup());
    private final Client client = house.new Client(license.secret());

    @Nested
    class Activating {

        @Test
        void gives_a_signed_lease_of_a_day() {
            ActivatedInstance activated = client.activate();

            assertThat(activated.epoch()).isEqualTo(1);
            assertThat(activated.seq()).isEqualTo(1);
            assertThat(activated.checkInterval()).isEqualTo(3600);
            assertThat(activated.serverTime()).isEqualTo(NOON);
            Lease lease = house.leaseOf(activated.lease());
            assertThat(lease.issuedAt()).isEqualTo(NOON);
            assertThat(lease.expiresAt()).isEqualTo(NOON.plus(DAY));
            assertThat(house.events(license.id())).containsExactly("instance.activated");
        }

        @Test
        void the_last_seat_goes_to_one() {
            client.activate();

            LicensingException refused = refused(another("node-2")::activate, LicensingRefusal.SEATS_EXCEEDED);
            assertThat(refused.details()).containsEntry("retryAfter", 86_400L);
        }

        @Test
        void each_class_has_seats_of_its_own() {
            client.activate();
            Client development = another("node-2");
            development.seatClass = "development";

            assertThat(development.activate().epoch()).isEqualTo(1);
        }

        @Test
        void a_seat_is_free_from_the_leases_end_on() {
            client.activate();
            house.advance(DAY.minusSeconds(1));
            refused(another("node-2")::activate, LicensingRefusal.SEATS_EXCEEDED);

            house.advance(Duration.ofSeconds(1));
            assertThat(another("node-2").activate().epoch()).isEqualTo(1);
        }

        @Test
        void a_shorter_lease_frees_a_crashed_containers_seat_sooner() {
            client.leaseSeconds = 300;
            assertThat(client.activate().checkInterval()).isEqualTo(100);
            house.advance(Duration.ofMinutes(5));

            assertThat(another("node-2").activate().epoch()).isEqualTo(1);
        }

        @Test
        void a_longer_lease_than_the_plans_is_not_given() {
            client.leaseSeconds = 1_000_000;

            assertThat(house.leaseOf(client.activate().lease()).expiresAt()).isEqualTo(NOON.plus(DAY));
        }

        @Test
        void a_name_is_busy_while_its_holder_lives() {
            IssuedLicense wide = house.license(Grants.withSeats(5, 5));
            house.new Client(wide.secret()).activate();

            LicensingException refused =
                    refused(house.new Client(wide.secret())::activate, LicensingRefusal.SEATS_EXCEEDED);
            assertThat(refused.details()).containsEntry("retryAfter", 86_400L);
        }

        @Test
        void a_name_gets_its_seat_back_after_a_release() {
            UUID id = client.activate().instanceId();
            client.release();
            ActivatedInstance again = house.new Client(license.secret()).activate();

            assertThat(again.instanceId()).isEqualTo(id);
            assertThat(again.epoch()).isEqualTo(2);
        }

        @Test
        void a_name_gets_its_seat_back_after_its_leases_end() {
            UUID id = client.activate().instanceId();
            house.advance(DAY);
            ActivatedInstance again = house.new Client(license.secret()).activate();

            assertThat(again.instanceId()).isEqualTo(id);
            assertThat(again.epoch()).isEqualTo(2);
            refused(client::check, LicensingRefusal.STALE);
        }

        @Test
        void the_same_name_elsewhere_is_another_seat() {
            IssuedLicense wide = house.license(Grants.withSeats(2, 0));
            UUID here = house.new Client(wide.secret()).activate().instanceId();
            UUID there = house.new Client(wide.secret())
                    .named("plant-2", "node-1")
                    .activate()
                    .instanceId();

            assertThat(there).isNotEqualTo(here);
        }

        @Test
        void a_repeated_attempt_gets_the_lease_whose_answer_was_lost() {
            client.idempotencyKey = "try-1";
            Client sameDisk = client.copy("boot-1", client.address);
            String lost = "chk_lost";
            house.advance(Duration.ofMinutes(5));
            ActivatedInstance first = activateWith(client, lost, "try-1");
            house.advance(Duration.ofMinutes(5));
            ActivatedInstance second = activateWith(sameDisk, lost, "try-1");

            assertThat(second.instanceId()).isEqualTo(first.instanceId());
            assertThat(house.leaseOf(second.lease())).isEqualTo(house.leaseOf(first.lease()));
            refused(() -> activateWith(client, lost, "try-2"), LicensingRefusal.SEATS_EXCEEDED);
        }

        @Test
        void names_every_wrong_field_at_once_and_signs_no_denial() {
            InvalidRequestException refused = catchThrowableOfType(
                    InvalidRequestException.class,
                    () -> house.instances.activate(new ActivateInstance(
                            new PresentedSecret(license.secret()),
                            null,
                            "192.0.2.1",
                            null,
                            "1.0",
                            "2026-02-30",
                            "x".repeat(129),
                            "tab\there",
                            "staging",
                            "",
                            "short",
                            "tiny",
                            299)));

            assertThat(refused.errors())
                    .extracting(FieldError::field, FieldError::code)
                    .containsExactlyInAnyOrder(
                            tuple("product", "required"),
                            tuple("nonce", "form"),
                            tuple("deploymentId", "length"),
                            tuple("instanceName", "form"),
                            tuple("seatClass", "form"),
                            tuple("releaseDate", "form"),
                            tuple("bootId", "length"),
                            tuple("nextSecretHash", "form"),
                            tuple("leaseSeconds", "range"));
            assertThat(refused.details()).isEmpty();
        }

        @Test
        void an_unknown_secret_is_refused_with_a_denial_and_a_pasted_one_is_forgiven_its_quotes() {
            LicensingException refused =
                    refused(house.new Client("lic_unknown")::activate, LicensingRefusal.INVALID_LICENSE_SECRET);
            assertThat(refused.details()).containsKey("denial");

            assertThat(house.new Client(" \"" + license.secret() + "\"\n")
                            .activate()
                            .epoch())
                    .isEqualTo(1);
        }

        @Test
        void five_wrong_secrets_a_minute_and_then_only_right_ones() {
            Client guesser = house.new Client("lic_guess");
            for (int i = 0; i < 5; i++) {
                refused(guesser::activate, LicensingRefusal.INVALID_LICENSE_SECRET);
            }
            DomainException limited = refusedAs(guesser::activate, CommonRefusal.TOO_MANY_REQUESTS);
            assertThat(limited.details()).containsOnlyKeys("retryAfter").containsEntry("retryAfter", 60L);

            assertThat(client.activate().epoch()).isEqualTo(1); // from the same address
            house.advance(Duration.ofMinutes(1));
            refused(guesser::activate, LicensingRefusal.INVALID_LICENSE_SECRET);
        }

        @Test
        void a_hundred_and_twenty_activations_a_minute_and_license() {
            client.activate();
            for (int i = 1; i < 120; i++) {
                refused(client::activate, LicensingRefusal.SEATS_EXCEEDED);
            }
            refusedAs(client::activate, CommonRefusal.TOO_MANY_REQUESTS);
        }

        @Test
        void the_first_refusal_that_applies_is_given() {
            Grant none = Grants.grant(0, 0, 86_400, LocalDate.of(2025, 12, 31));
            IssuedLicense covered = house.license(none);
            Client many = house.new Client(covered.secret());
            many.product = "other-product";
            house.licenses.withhold(covered.id());

            refused(many::activate, LicensingRefusal.PRODUCT_MISMATCH);
            many.product = LicensingHouse.PRODUCT;
            refused(many::activate, LicensingRefusal.UNPAID);
            house.licenses.reinstate(covered.id());
            assertThat(refused(many::activate, LicensingRefusal.VERSION_NOT_COVERED)
                            .details())
                    .containsEntry("updatesUntil", "2025-12-31");
            many.releaseDate = "2025-12-31";
            refused(many::activate, LicensingRefusal.SEATS_EXCEEDED);
            house.licenses.end(covered.id(), LicenseEnd.CANCELED);
            refused(many::activate, LicensingRefusal.CANCELED);
        }

        private ActivatedInstance activateWith(Client who, String next, String key) {
            return house.instances.activate(new ActivateInstance(
                    new PresentedSecret(who.licenseSecret),
                    key,
                    who.address,
                    who.product,
                    "1.0",
                    who.releaseDate,
                    who.deployment,
                    who.name,
                    who.seatClass,
                    who.bootId,
                    PresentedSecret.sha256Of(next),
                    NONCE,
                    null));
        }
    }

    @Nested
    class Checking {

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
        void wrong_secrets_never_use_up_the_checks_of_the_instance() {
            client.activate();
            Client thief = client.copy("boot-9", "198.51.100.7");
            client.check();
            client.check();
            for (int i = 0; i < 5; i++) {
                refused(thief::check, LicensingRefusal.STALE);
            }
            refusedAs(thief::check, CommonRefusal.TOO_MANY_REQUESTS);

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
    }

    @Nested
    class Releasing {

        @Test
        void frees_the_seat_at_once_and_may_be_repeated() {
            client.activate();
            client.release();
            client.release();

            assertThat(another("node-2").activate().epoch()).isEqualTo(1);
            assertThat(house.events(license.id()))
                    .filteredOn("instance.released"::equals)
                    .hasSize(1);
            refused(client::check, LicensingRefusal.LAPSED);
        }

        @Test
        void a_refused_copy_that_is_shut_down_does_not_end_the_live_instance() {
            client.activate();
            Client copy = client.copy("boot-9", "198.51.100.7");
            client.check();

            refused(copy::release, LicensingRefusal.STALE);
            assertThat(client.check().seq()).isEqualTo(3);
        }

        @Test
        void an_unknown_instance_can_not_be_released() {
            client.activate();
            client.pretend(new UUID(5, 5).toString());
            refused(client::release, LicensingRefusal.INSTANCE_NOT_FOUND);
        }

        @Test
        void a_person_can_stop_an_instance() {
            client.activate();
            house.seatAdministration.deactivate(license.id(), client.id());

            refused(client::check, LicensingRefusal.DEACTIVATED);
            assertThat(another("node-2").activate().epoch()).isEqualTo(1);
        }

        @Test
        void the_eleventh_deactivation_of_a_day_leaves_the_seat_until_the_leases_end() {
            for (int i = 0; i < 11; i++) {
                Client next = another("node-" + i);
                next.activate();
                house.seatAdministration.deactivate(license.id(), next.id());
                refused(next::check, LicensingRefusal.DEACTIVATED);
            }
            refused(another("node-12")::activate, LicensingRefusal.SEATS_EXCEEDED);
            house.advance(DAY);
            assertThat(another("node-12").activate().epoch()).isEqualTo(1);
        }
    }

    @Nested
    class Reading {

        @Test
        void entitlements_are_known_by_the_tag_that_the_lease_names() {
            ActivatedInstance activated = client.activate();
            TaggedEntitlements tagged = client.entitlements();

            assertThat(tagged.tag()).isEqualTo(activated.entitlementTag());
            assertThat(tagged.entitlements().limits()).isEqualTo(Map.of("devices", 500L, "assets", "unlimited"));
            assertThat(tagged.entitlements().features()).isEqualTo(List.of("rules", "white-label"));
            assertThat(tagged.entitlements().seatClass()).isEqualTo("production");
        }

        @Test
        void the_secret_before_the_current_one_still_reads() {
            client.activate();
            client.checkButLoseTheAnswer();

            assertThat(client.entitlements().entitlements().revision()).isEqualTo(1);
            assertThat(client.check().entitlementsChanged()).isTrue();
        }

        @Test
        void a_stranger_reads_nothing() {
            client.activate();
            assertThatThrownBy(() -> house.instances.entitlements(
                            client.id().toString(), new PresentedSecret("chk_guess"), "192.0.2.1"))
                    .isInstanceOf(LicensingException.class)
                    .extracting(thrown -> ((LicensingException) thrown).refusal())
                    .isEqualTo(LicensingRefusal.STALE);
        }

        @Test
        void a_preview_shows_the_seats_and_takes_none() {
            client.activate();
            LicensePreview preview = house.instances.preview(
                    new PresentedSecret(license.secret()), "192.0.2.1", LicensingHouse.PRODUCT, null);

            assertThat(preview.seats())
                    .isEqualTo(Map.of("production", new SeatUse(1L, 1), "development", new SeatUse(1L, 0)));
            assertThat(preview.entitlements().seatClass()).isNull();
        }

        @Test
        void a_preview_is_refused_like_an_activation() {
            refused(() -> preview("other-product", null), LicensingRefusal.PRODUCT_MISMATCH);
            house.licenses.withhold(license.id());
            refused(() -> preview(LicensingHouse.PRODUCT, null), LicensingRefusal.UNPAID);
        }

        private LicensePreview preview(String product, @Nullable String releaseDate) {
            return house.instances.preview(new PresentedSecret(license.secret()), "192.0.2.1", product, releaseDate);
        }
    }

    private Client another(String name) {
        return house.new Client(license.secret()).named("plant-1", name);
    }

    private static LicensingException refused(ThrowingCallable call, LicensingRefusal refusal) {
        LicensingException thrown = catchThrowableOfType(LicensingException.class, call);
        assertThat(thrown).as("refused with %s", refusal).isNotNull();
        assertThat(thrown.refusal()).isEqualTo(refusal);
        return thrown;
    }

    private static DomainException refusedAs(ThrowingCallable call, Refusal refusal) {
        DomainException thrown = catchThrowableOfType(DomainException.class, call);
        assertThat(thrown).as("refused with %s", refusal).isNotNull();
        assertThat(thrown.refusal()).isEqualTo(refusal);
        return thrown;
    }
}
