package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.platform.CallerIdentity;
import org.junit.jupiter.api.Test;

class DeploymentFileServiceTest {

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.startup());

    private DeploymentText file(String secret, String format, DeploymentWish wish) {
        return house.deployments.ofSecret(new PresentedSecret(secret), "192.0.2.1", format, wish);
    }

    @Test
    void what_is_not_said_is_usual_and_the_same_each_time() {
        DeploymentText unit = file(license.secret(), "systemd", DeploymentWish.USUAL);
        String tail = license.id().toString().substring(24);
        assertThat(unit.fileName()).isEqualTo("chancery-license.service");
        assertThat(unit.yaml()).isFalse();
        assertThat(unit.text())
                .contains(
                        "\"CHANCERY_URL=https://licenses.example\"",
                        "\"CHANCERY_PRODUCT=iot-platform\"",
                        "\"CHANCERY_PRODUCT_VERSION=\"",
                        "\"CHANCERY_DEPLOYMENT_ID=license-" + tail + "\"",
                        "\"CHANCERY_INSTANCE_NAME=node-1\"",
                        "\"CHANCERY_SEAT_CLASS=production\"")
                .doesNotContain(license.secret());
        assertThat(file(license.secret(), "systemd", DeploymentWish.USUAL)).isEqualTo(unit);
        assertThat(file(license.secret(), "compose.yml", DeploymentWish.USUAL).yaml())
                .isTrue();
        assertThat(file(license.secret(), "kubernetes.yaml", DeploymentWish.USUAL)
                        .text())
                .contains("chancery-license-" + tail)
                .doesNotContain(license.secret());
    }

    @Test
    void the_usual_deployment_of_a_bound_license_is_the_one_that_gets_seats() {
        house.licenses.bind(license.id(), "plant-cologne");
        DeploymentText unit = file(license.secret(), "systemd", DeploymentWish.USUAL);
        assertThat(unit.deploymentId()).isEqualTo("plant-cologne");
        assertThat(unit.instanceName()).isEqualTo("node-1");
        assertThat(unit.text()).contains("\"CHANCERY_DEPLOYMENT_ID=plant-cologne\"");
    }

    @Test
    void wishes_are_named_together_when_they_are_not_well_formed() {
        InvalidRequestException wrong = catchThrowableOfType(
                InvalidRequestException.class,
                () -> file(license.secret(), "systemd", new DeploymentWish("a\nb", "", "x", " ", "tomorrow")));
        assertThat(wrong.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "deploymentId", "instanceName", "seatClass", "productVersion", "releaseDate");
    }

    @Test
    void a_wrong_secret_is_counted_as_elsewhere() {
        for (int i = 0; i < 5; i++) {
            LicensingException refused = catchThrowableOfType(
                    LicensingException.class, () -> file("lic_guess", "systemd", DeploymentWish.USUAL));
            assertThat(refused.refusal()).isEqualTo(LicensingRefusal.INVALID_LICENSE_SECRET);
        }
        DomainException limited =
                catchThrowableOfType(DomainException.class, () -> file("lic_guess", "systemd", DeploymentWish.USUAL));
        assertThat(limited.refusal()).isEqualTo(CommonRefusal.TOO_MANY_REQUESTS);
        assertThat(file(license.secret(), "systemd", DeploymentWish.USUAL).text())
                .isNotEmpty();
    }

    @Test
    void a_stopped_license_and_an_unknown_file_give_nothing() {
        assertThatThrownBy(() -> file(license.secret(), "helm", DeploymentWish.USUAL))
                .isInstanceOf(NotFoundException.class);
        house.licenses.suspend(license.id(), "test");
        LicensingException refused = catchThrowableOfType(
                LicensingException.class, () -> file(license.secret(), "systemd", DeploymentWish.USUAL));
        assertThat(refused.refusal()).isEqualTo(LicensingRefusal.SUSPENDED);
    }

    @Test
    void people_get_the_files_of_their_own_licenses() {
        assertThat(house.deployments.ofLicense(license.id(), "systemd", DeploymentWish.USUAL))
                .isEqualTo(file(license.secret(), "systemd", DeploymentWish.USUAL));
        house.callerName = CallerIdentity.user(new UUID(1, 1), new UUID(8, 8)).toPrincipalName();
        assertThatThrownBy(() -> house.deployments.ofLicense(license.id(), "systemd", DeploymentWish.USUAL))
                .isInstanceOf(NotFoundException.class);
    }
}
