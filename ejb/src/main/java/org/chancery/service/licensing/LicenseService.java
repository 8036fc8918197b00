package org.chancery.service.licensing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.LicenseEnd;
import org.chancery.model.licensing.LicenseHold;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.Ids;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.licensing.domain.MessageForm;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.SecretGenerator;
import org.chancery.service.platform.SecretHasher;
import org.jspecify.annotations.Nullable;

/**
 * Gives, changes, holds back and ends licenses, for whoever sells them. Every change is made under the lock of the
 * license's row, and takes part in the caller's transaction.
 */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.SYSTEM})
public class LicenseService {

    /** How long the secret before a new one stays valid unless said otherwise. */
    public static final Duration USUAL_OVERLAP = Duration.ofHours(72);

    private static final String PREFIX = "lic_";

    private final Licenses licenses;
    private final SeatCounter seats;
    private final SecretGenerator secrets;
    private final SecretHasher hasher;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public LicenseService(
            Licenses licenses,
            SeatCounter seats,
            SecretGenerator secrets,
            SecretHasher hasher,
            Caller caller,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.licenses = licenses;
        this.seats = seats;
        this.secrets = secrets;
        this.hasher = hasher;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public LicenseService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null);
    }

    /** Gives a license with its first secret. */
    @Audited("license.grant")
    public IssuedLicense grant(GrantLicense order) {
        caller.requireAccount(order.accountId());
        String secret = secrets.next(PREFIX);
        License license = new License(
                ids.next(),
                order.accountId(),
                order.product(),
                order.grant(),
                GrantJson.write(order.grant()),
                hasher.hash(secret),
                order.until(),
                clock.instant());
        if (order.active()) {
            license.activate();
        }
        licenses.add(license);
        audit.record("license.grant", license.accountId(), license.id(), null, describe(license));
        return new IssuedLicense(license.id(), secret);
    }

    /** Instances may use it from now on. */
    @Audited("license.activate")
    public void activate(UUID licenseId) {
        License license = requireLocked(licenseId);
        String before = describe(license);
        license.activate();
        audit.record("license.activate", license.accountId(), licenseId, before, describe(license));
    }

    /** Replaces what it grants; instances learn of it at their next check. */
    @Audited("license.change")
    public void change(UUID licenseId, Grant grant) {
        License license = requireLocked(licenseId);
        String before = describe(license);
        adopt(license, grant);
        audit.record("license.change", license.accountId(), licenseId, before, describe(license));
    }

    /** Releases up to this date, inclusive, are covered from now on; all else that it grants stays. */
    @Audited("license.cover")
    public void coverUntil(UUID licenseId, LocalDate lastRelease) {
        License license = requireLocked(licenseId);
        String before = String.valueOf(license.updatesUntil());
        Grant grant = GrantJson.read(license.grantDocument()).coveringUntil(lastRelease);
        adopt(license, grant);
        audit.record("license.cover", license.accountId(), licenseId, before, lastRelease.toString());
    }

    /** What was within the limits may be beyond them now, and the other way round. */
    private void adopt(License license, Grant grant) {
        Instant now = clock.instant();
        long before = license.revision();
        license.change(grant, GrantJson.write(grant), now);
        if (license.revision() != before) {
            license.noteQuota(!seats.exceededQuota(license, grant, now).isEmpty());
        }
    }

    /** A domain or a brand of it changed: instances have to fetch their entitlements again. */
    @Audited("license.touch")
    public void touch(UUID licenseId) {
        License license = requireLocked(licenseId);
        String before = describe(license);
        license.raiseRevision();
        audit.record("license.touch", license.accountId(), licenseId, before, describe(license));
    }

    /** Holds it back because a payment is missing. */
    @Audited("license.withhold")
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING, Roles.SYSTEM})
    public void withhold(UUID licenseId) {
        License license = requireLocked(licenseId);
        String before = describe(license);
        license.hold(LicenseHold.UNPAID);
        audit.record("license.withhold", license.accountId(), licenseId, before, describe(license));
    }

    /** The missing payment came. What the vendor's staff stopped stays stopped. */
    @Audited("license.reinstate")
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING, Roles.SYSTEM})
    public void reinstate(UUID licenseId) {
        License license = requireLocked(licenseId);
        String before = describe(license);
        license.lift(LicenseHold.UNPAID);
        audit.record("license.reinstate", license.accountId(), licenseId, before, describe(license));
    }

    /** The vendor's staff stops it. */
    @Audited("license.suspend")
    @RolesAllowed({Roles.ADMIN, Roles.SUPPORT})
    public LicenseView suspend(UUID licenseId, String reason) {
        License license = requireLocked(licenseId);
        String before = describe(license);
        license.hold(LicenseHold.SUSPENDED);
        audit.record("license.suspend", license.accountId(), licenseId, before, describe(license) + ": " + reason);
        return view(license);
    }

    /** The vendor's staff lets it run again. */
    @Audited("license.resume")
    @RolesAllowed({Roles.ADMIN, Roles.SUPPORT})
    public LicenseView resume(UUID licenseId) {
        License license = requireLocked(licenseId);
        String before = describe(license);
        license.lift(LicenseHold.SUSPENDED);
        audit.record("license.resume", license.accountId(), licenseId, before, describe(license));
        return view(license);
    }

    /** Ends it for good. */
    @Audited("license.end")
    public void end(UUID licenseId, LicenseEnd reason) {
        License license = requireLocked(licenseId);
        String before = describe(license);
        license.end(reason);
        audit.record("license.end", license.accountId(), licenseId, before, describe(license));
    }

    /**
     * Gives it a new secret. Running instances go on: they have secrets of their own.
     *
     * @param overlap how long the one so far stays valid, zero for a leaked one, or null for {@link #USUAL_OVERLAP}
     */
    @Audited("license.rotate-secret")
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.SUPPORT})
    public IssuedSecret rotateSecret(UUID licenseId, @Nullable Duration overlap) {
        License license = requireLocked(licenseId);
        String secret = secrets.next(PREFIX);
        Instant now = clock.instant();
        Optional<Instant> previousUntil =
                license.rotateSecret(hasher.hash(secret), overlap == null ? USUAL_OVERLAP : overlap, now);
        String after = previousUntil.map(until -> "previous until " + until).orElse("previous ended");
        audit.record("license.rotate-secret", license.accountId(), licenseId, null, after);
        return new IssuedSecret(secret, previousUntil.orElse(null));
    }

    /**
     * Binds it to one deployment: production seats of others are refused from now on, running ones at their next check.
     *
     * @param deploymentId as instances of that deployment name it; null is a missing field
     * @throws org.chancery.model.platform.InvalidRequestException when it has not the form of a name
     */
    @Audited("license.bind")
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.SUPPORT})
    public LicenseView bind(UUID licenseId, @Nullable String deploymentId) {
        MessageForm form = new MessageForm();
        String deployment = form.name("deploymentId", deploymentId);
        form.requireValid();
        License license = requireLocked(licenseId);
        String before = binding(license);
        license.bind(deployment);
        audit.record("license.bind", license.accountId(), licenseId, before, binding(license));
        return view(license);
    }

    /** Any deployment may hold its seats again. */
    @Audited("license.unbind")
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.SUPPORT})
    public LicenseView unbind(UUID licenseId) {
        License license = requireLocked(licenseId);
        String before = binding(license);
        license.unbind();
        audit.record("license.unbind", license.accountId(), licenseId, before, binding(license));
        return view(license);
    }

    private static String binding(License license) {
        String deployment = license.boundDeployment();
        return deployment == null ? "any deployment" : "deployment " + deployment;
    }

    @ReadOnly
    @RolesAllowed({
        Roles.OWNER,
        Roles.MEMBER,
        Roles.VIEWER,
        Roles.ADMIN,
        Roles.BILLING,
        Roles.SUPPORT,
        Roles.OPERATOR_VIEWER,
        Roles.SYSTEM
    })
    public LicenseView view(UUID licenseId) {
        License license = licenses.require(licenseId);
        caller.requireAccount(license.accountId());
        return view(license);
    }

    /**
     * The licenses of an account, newest first.
     *
     * @param after the last id of the page before, or null
     * @param limit 1 to {@link PageOf#MAX}
     */
    @ReadOnly
    @RolesAllowed({
        Roles.OWNER,
        Roles.MEMBER,
        Roles.VIEWER,
        Roles.ADMIN,
        Roles.BILLING,
        Roles.SUPPORT,
        Roles.OPERATOR_VIEWER,
        Roles.SYSTEM
    })
    public PageOf<LicenseView> ofAccount(UUID accountId, @Nullable UUID after, int limit) {
        caller.requireAccount(accountId);
        List<License> found = licenses.ofAccount(accountId, after, limit + 1);
        Map<UUID, Map<String, SeatUse>> usage = seats.usageOf(found, clock.instant());
        Map<UUID, Map<String, QuotaUse>> quota = seats.quotaOf(found, clock.instant());
        return PageOf.cut(
                found,
                limit,
                License::id,
                license -> view(
                        license,
                        usage.getOrDefault(license.id(), Map.of()),
                        quota.getOrDefault(license.id(), Map.of())));
    }

    private License requireLocked(UUID licenseId) {
        License license = licenses.requireLocked(licenseId);
        caller.requireAccount(license.accountId());
        return license;
    }

    private LicenseView view(License license) {
        Instant now = clock.instant();
        return view(
                license,
                seats.usage(license, now),
                seats.quotaOf(List.of(license), now).getOrDefault(license.id(), Map.of()));
    }

    private LicenseView view(License license, Map<String, SeatUse> usage, Map<String, QuotaUse> quota) {
        Instant now = clock.instant();
        return new LicenseView(
                license.id(),
                license.accountId(),
                license.statusAt(now).word(),
                license.refusalAt(now).map(LicensingRefusal::reason).orElse(null),
                license.product(),
                license.planCode(),
                license.planName(),
                usage,
                quota,
                license.revision(),
                license.updatesUntil(),
                license.validUntil(),
                license.boundDeployment(),
                license.previousSecretUntil());
    }

    private String describe(License license) {
        Instant now = clock.instant();
        return license.statusAt(now).word()
                + license.refusalAt(now)
                        .map(refusal -> " (" + refusal.reason() + ")")
                        .orElse("")
                + ", plan " + license.planCode() + ", revision " + license.revision();
    }
}
