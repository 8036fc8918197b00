package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.service.licensing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.junit.jupiter.api.Test;

/** A perpetual license covers what was released up to its last day of updates, for ever. */
class ReleaseCoverageTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.grant(1, 1, 86_400, LAST_DAY));
    private final Client client = house.new Client(license.secret());

    @Test
    void a_release_of_the_last_day_is_covered_and_one_of_the_next_day_is_not() {
        client.releaseDate = "2026-02-01";
        LicensingException refused = refused(client::activate, LicensingRefusal.VERSION_NOT_COVERED);
        assertThat(refused.details())
                .containsEntry("updatesUntil", "2026-01-31")
                .containsKey("denial");
        assertThat(refused.refusal().remedy()).isEqualTo("renew-or-downgrade");

        client.releaseDate = "2026-01-31";
        assertThat(client.activate().epoch()).isEqualTo(1);
    }

    @Test
    void an_update_beyond_the_last_day_is_refused_at_the_check_and_forgiven_once_it_is_gone() {
        client.activate();
        client.releaseDate = "2026-02-01";
        LicensingException refused = refused(client::check, LicensingRefusal.VERSION_NOT_COVERED);
        assertThat(refused.details())
                .containsEntry("updatesUntil", "2026-01-31")
                .containsKey("denial");

        client.releaseDate = "2026-01-31";
        assertThat(client.check().seq()).isEqualTo(2);
    }

    @Test
    void what_is_covered_stays_covered_for_ever() {
        client.releaseDate = "2026-01-31";
        client.activate();
        for (int year = 0; year < 20; year++) {
            house.advance(Duration.ofDays(365));
            client.check();
        }

        assertThat(client.check().seq()).isEqualTo(22);
        client.release();
        assertThat(client.activate().epoch()).isEqualTo(2);
    }

    @Test
    void a_further_year_of_updates_covers_what_was_refused() {
        client.releaseDate = "2026-06-01";
        refused(client::activate, LicensingRefusal.VERSION_NOT_COVERED);

        house.licenses.coverUntil(license.id(), LAST_DAY.plusYears(1));
        assertThat(client.activate().epoch()).isEqualTo(1);
        assertThat(client.entitlements().entitlements().updatesUntil()).isEqualTo("2027-01-31");
    }

    @Test
    void a_subscription_covers_every_release() {
        Client subscriber = house.new Client(house.license(Grants.startup()).secret());
        subscriber.releaseDate = "2099-12-31";

        assertThat(subscriber.activate().epoch()).isEqualTo(1);
        assertThat(subscriber.check().seq()).isEqualTo(2);
    }

    @Test
    void a_preview_tells_before_the_update_is_installed() {
        assertThat(refused(() -> preview("2026-02-01"), LicensingRefusal.VERSION_NOT_COVERED)
                        .details())
                .containsEntry("updatesUntil", "2026-01-31");
        assertThat(preview("2026-01-31").entitlements().updatesUntil()).isEqualTo(LAST_DAY);
    }

    private LicensePreview preview(String releaseDate) {
        return house.instances.preview(
                new PresentedSecret(license.secret()), "192.0.2.1", LicensingHouse.PRODUCT, releaseDate);
    }
}
