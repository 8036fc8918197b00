package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.licensing.domain.DeploymentFile;
import org.chancery.service.licensing.domain.DeploymentFormat;
import org.chancery.service.licensing.domain.DeploymentValues;
import org.chancery.service.licensing.domain.MessageForm;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files by which an instance of a license is deployed with its agent. The license secret is in none of them:
 * such files are kept beside sources and sent around. They say where it goes instead.
 */
@Stateless
public class DeploymentFileService {

    private final Licenses licenses;
    private final SecretHasher hasher;
    private final RateLimits limits;
    private final Caller caller;
    private final ChanceryConfig config;
    private final Clock clock;

    @Inject
    public DeploymentFileService(
            Licenses licenses,
            SecretHasher hasher,
            RateLimits limits,
            Caller caller,
            ChanceryConfig config,
            Clock clock) {
        this.licenses = licenses;
        this.hasher = hasher;
        this.limits = limits;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public DeploymentFileService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /**
     * A file for the license of a secret.
     *
     * @param format the last part of its address
     * @throws org.chancery.model.platform.DomainException when there is no such file, the secret is not valid, the license
     *     not active, or a wish not well-formed
     */
    @PermitAll
    @Unaudited("changes nothing but the count of wrong secrets")
    public DeploymentText ofSecret(PresentedSecret licenseSecret, String address, String format, DeploymentWish wish) {
        String hash = hasher.hash(licenseSecret.clear());
        Instant now = clock.instant();
        License license = licenses.findBySecretHash(hash)
                .filter(found -> found.acceptsSecret(hash, now))
                .orElseThrow(() -> {
                    limits.countWrongLicenseSecret(address);
                    return new LicensingException(LicensingRefusal.INVALID_LICENSE_SECRET, Map.of());
                });
        license.refusalAt(now).ifPresent(refusal -> {
            throw new LicensingException(refusal, Map.of());
        });
        return file(license, format, wish);
    }

    /**
     * The same for those who are signed in, whether or not the license is active.
     *
     * @throws NotFoundException when there is no such license or file, or it is another's
     */
    @ReadOnly
    @RolesAllowed({
        Roles.OWNER,
        Roles.MEMBER,
        Roles.VIEWER,
        Roles.ADMIN,
        Roles.BILLING,
        Roles.SUPPORT,
        Roles.OPERATOR_VIEWER
    })
    public DeploymentText ofLicense(UUID licenseId, String format, DeploymentWish wish) {
        License license = licenses.require(licenseId);
        caller.requireAccount(license.accountId());
        return file(license, format, wish);
    }

    private DeploymentText file(License license, String word, DeploymentWish wish) {
        DeploymentFormat format =
                DeploymentFormat.ofWord(word).orElseThrow(() -> new NotFoundException("deployment file", word));
        MessageForm form = new MessageForm();
        String deployment = form.optionalName("deploymentId", wish.deploymentId());
        String instance = form.optionalName("instanceName", wish.instanceName());
        String version = form.optionalName("productVersion", wish.productVersion());
        String released = wish.releaseDate();
        form.optionalDate("releaseDate", released);
        String seatClass = wish.seatClass() == null ? SeatClass.PRODUCTION.word() : wish.seatClass();
        form.seatClass("seatClass", seatClass);
        form.requireValid();
        DeploymentValues values = new DeploymentValues(
                config.baseUrl().toString(),
                license.id(),
                license.product(),
                orElse(version, ""),
                orElse(released, ""),
                orElse(deployment, usualDeployment(license)),
                orElse(instance, "node-1"),
                seatClass);
        return new DeploymentText(
                format.fileName(),
                format.isYaml(),
                DeploymentFile.of(format, values),
                values.deploymentId(),
                values.instanceName());
    }

    /** The one that the license is bound to, since another gets no production seat; else one of the license. */
    private static String usualDeployment(License license) {
        return orElse(license.boundDeployment(), "license-" + DeploymentValues.tailOf(license.id()));
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return Objects.requireNonNullElse(text, otherwise);
    }
}
