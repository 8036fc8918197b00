package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.licensing.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Giving it back, and reading what it is good for. */
class InstanceReleaseTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.startup());
    private final Client client = house.new Client(license.secret());

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

    private Client another(String name) {
        return house.new Client(license.secret()).named("plant-1", name);
    }
}
