package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.service.licensing.LicensingHouse.NONCE;
import static org.chancery.service.licensing.LicensingHouse.NOON;
import static org.chancery.service.licensing.Refusals.refused;
import static org.chancery.service.licensing.Refusals.refusedAs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.LicenseEnd;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.junit.jupiter.api.Test;

/** Taking a seat with a license secret. */
class InstanceActivationTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.startup());
    private final Client client = house.new Client(license.secret());

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

        refused(house.new Client(wide.secret())::activate, LicensingRefusal.SEATS_EXCEEDED);
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
        assertThat(refused(many::activate, LicensingRefusal.VERSION_NOT_COVERED).details())
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

    private Client another(String name) {
        return house.new Client(license.secret()).named("plant-1", name);
    }
}
