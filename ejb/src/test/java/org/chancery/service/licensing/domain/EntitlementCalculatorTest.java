package org.chancery.service.licensing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.SeatClass;
import org.chancery.service.licensing.Entitlements;
import org.junit.jupiter.api.Test;

class EntitlementCalculatorTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");

    @Test
    void an_instance_receives_all_that_the_license_grants() {
        Grant grant = Grants.grant(1, 1, 600, LocalDate.of(2027, 4, 10));
        License license = license(grant, "doc");

        Entitlements document = EntitlementCalculator.entitlements(license, grant, SeatClass.DEVELOPMENT);

        assertThat(document.license()).isEqualTo(license.id().toString());
        assertThat(document.product()).isEqualTo("iot-platform");
        assertThat(document.revision()).isEqualTo(1);
        assertThat(document.plan()).isEqualTo(new Entitlements.Plan("startup", "Startup"));
        assertThat(document.seatClass()).isEqualTo("development");
        assertThat(document.limits()).isEqualTo(Map.of("devices", 500L, "assets", "unlimited"));
        assertThat(document.features()).isEqualTo(List.of("rules", "white-label"));
        assertThat(document.addOns()).isEqualTo(Map.of("additional-users", 3L));
        assertThat(document.support()).isEqualTo("business-hours");
        assertThat(document.domains()).isEmpty();
        assertThat(document.brands()).isEmpty();
        assertThat(document.updatesUntil()).isEqualTo("2027-04-10");
    }

    @Test
    void the_tag_changes_with_whatever_the_document_shows() {
        License license = license(Grants.startup(), "doc");
        String tag = EntitlementCalculator.tag(license, SeatClass.PRODUCTION);

        assertThat(tag).matches("\"1-[A-Za-z0-9_-]{12}\"");
        assertThat(EntitlementCalculator.tag(license, SeatClass.PRODUCTION)).isEqualTo(tag);
        assertThat(EntitlementCalculator.tag(license, SeatClass.DEVELOPMENT)).isNotEqualTo(tag);
        assertThat(EntitlementCalculator.tag(license(Grants.startup(), "other"), SeatClass.PRODUCTION))
                .as("a revision that a restored database counted twice")
                .isNotEqualTo(tag);
        license.raiseRevision();
        assertThat(EntitlementCalculator.tag(license, SeatClass.PRODUCTION)).isNotEqualTo(tag);
    }

    private static License license(Grant grant, String document) {
        return new License(new UUID(1, 1), new UUID(9, 9), "iot-platform", grant, document, "hash", null, NOON);
    }
}
