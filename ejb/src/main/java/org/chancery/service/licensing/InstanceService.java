package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.licensing.Activation;
import org.chancery.model.licensing.InstanceReport;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.RotationMessage;
import org.chancery.model.platform.DomainException;
import org.chancery.service.licensing.SeatAnswer.Granted;
import org.chancery.service.licensing.SeatAnswer.Lapsed;
import org.chancery.service.licensing.SeatAnswer.Refused;
import org.chancery.service.licensing.SeatAnswer.Sighting;
import org.chancery.service.licensing.SeatAnswer.TooMany;
import org.chancery.service.licensing.domain.MessageForm;
import org.chancery.service.licensing.domain.ReportForm;
import org.chancery.service.licensing.port.DenialClaims;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/**
 * What a running instance can ask. Open to everybody, since the secret in the message decides. Runs without a
 * transaction of its own: it checks the form, counts, lets a transaction decide, and signs what came of it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InstanceService {

    private static final String RECORDED = "the events of instances are its record";

    private final ActivationService activations;
    private final CheckService checks;
    private final RateLimits limits;
    private final LeaseSigner signer;
    private final SecretHasher hasher;
    private final Clock clock;

    @Inject
    public InstanceService(
            ActivationService activations,
            CheckService checks,
            RateLimits limits,
            LeaseSigner signer,
            SecretHasher hasher,
            Clock clock) {
        this.activations = activations;
        this.checks = checks;
        this.limits = limits;
        this.signer = signer;
        this.hasher = hasher;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public InstanceService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /**
     * Takes a seat.
     *
     * @throws org.chancery.model.platform.DomainException as the protocol's table of refusals says
     */
    @Unaudited(RECORDED)
    public ActivatedInstance activate(ActivateInstance message) {
        MessageForm form = new MessageForm();
        String product = form.name("product", message.product());
        String nonce = form.nonce("nonce", message.nonce());
        Activation activation = activation(form, message);
        String secretHash = hasher.hash(message.licenseSecret().clear());
        UUID licenseId = requireRoom(form, secretHash, message.address()).orElseThrow(() -> {
            limits.countWrongLicenseSecret(message.address());
            return denied(refused(LicensingRefusal.INVALID_LICENSE_SECRET, product), activation.name(), nonce);
        });
        limits.countActivation(licenseId);
        SeatAnswer answer = activations.activate(licenseId, secretHash, product, activation, nonce);
        if (answer instanceof Granted granted) {
            return activated(granted);
        }
        throw refusal(answer, activation.name(), nonce);
    }

    /** The license of a well-formed message, if the secret is one; who has to wait is told so before what is wrong. */
    private Optional<UUID> requireRoom(MessageForm form, String secretHash, String address) {
        Optional<UUID> licenseId = activations.licenseOf(secretHash);
        if (!form.isValid()) {
            licenseId.ifPresentOrElse(
                    limits::requireRoomForActivation, () -> limits.requireRoomForWrongLicenseSecret(address));
        }
        form.requireValid();
        return licenseId;
    }

    private static Activation activation(MessageForm form, ActivateInstance message) {
        String attempt = message.idempotencyKey();
        return new Activation(
                form.name("deploymentId", message.deploymentId()),
                form.name("instanceName", message.instanceName()),
                form.seatClass("seatClass", message.seatClass()),
                form.name("productVersion", message.productVersion()),
                form.date("releaseDate", message.releaseDate()),
                form.name("bootId", message.bootId()),
                form.hash("nextSecretHash", message.nextSecretHash()),
                form.leaseSeconds("leaseSeconds", message.leaseSeconds()),
                attempt == null ? null : PresentedSecret.sha256Of(attempt),
                message.address());
    }

    private ActivatedInstance activated(Granted granted) {
        Lease lease = granted.claims().lease();
        return new ActivatedInstance(
                granted.claims().instanceId(),
                lease.epoch(),
                lease.seq(),
                signer.sign(granted.claims()),
                granted.claims().entitlementTag(),
                granted.checkInterval().toSeconds(),
                now());
    }

    /**
     * Renews the lease and exchanges the check secret.
     *
     * @throws org.chancery.model.platform.DomainException as the protocol's table of refusals says
     */
    @Unaudited(RECORDED)
    public CheckedInstance check(CheckInstance message) {
        MessageForm form = new MessageForm();
        String nonce = form.nonce("nonce", message.nonce());
        form.number("seq", message.seq(), 0);
        RotationMessage rotation = new RotationMessage(
                message.checkSecret().sha256(),
                form.hash("nextSecretHash", message.nextSecretHash()),
                Math.toIntExact(form.number("epoch", message.epoch(), 0)),
                form.name("bootId", message.bootId()));
        InstanceReport report = report(form, message);
        if (!form.isValid()) {
            requireRoom(message);
        }
        form.requireValid();

        SeatAnswer answer = instanceId(message.instanceId())
                .map(id -> check(new SeatCheck(id, rotation, nonce, message.receipt(), report)))
                .orElseGet(() -> refused(LicensingRefusal.INSTANCE_NOT_FOUND, null));
        if (answer instanceof Granted granted) {
            return checked(granted);
        }
        noteMiss(answer, message);
        throw refusal(answer, message.instanceId(), nonce);
    }

    /** Who has to wait is told so before what is wrong. */
    private void requireRoom(CheckInstance message) {
        String hash = message.checkSecret().sha256();
        instanceId(message.instanceId())
                .flatMap(id -> checks.pauseOf(id, hash))
                .ifPresentOrElse(
                        pause -> {
                            if (!pause.isZero()) {
                                throw RateLimits.tooMany(pause);
                            }
                        },
                        () -> limits.requireRoomForWrongCheckSecret(message.address(), message.instanceId()));
    }

    private static InstanceReport report(MessageForm form, CheckInstance message) {
        ReportForm reports = new ReportForm(form);
        return new InstanceReport(
                message.address(),
                form.optionalName("productVersion", message.productVersion()),
                form.optionalDate("releaseDate", message.releaseDate()),
                message.appliedRevision(),
                message.restartNeeded(),
                reports.usage("usage", message.usage()),
                reports.certificates("certificates", message.certificates()));
    }

    private CheckedInstance checked(Granted granted) {
        if (granted.quota().isNews()) {
            checks.noteQuota(granted.claims().licenseId());
        }
        Map<String, QuotaUse> exceeded = granted.quota().exceeded();
        return new CheckedInstance(
                granted.claims().lease().seq(),
                signer.sign(granted.claims()),
                granted.changed(),
                granted.nextCheck().toSeconds(),
                granted.overLimit(),
                exceeded.isEmpty() ? null : exceeded);
    }

    private SeatAnswer check(SeatCheck check) {
        Optional<Granted> regular = checks.checkRegularly(check);
        if (regular.isPresent()) {
            return regular.get();
        }
        SeatAnswer answer = checks.check(check);
        return answer instanceof Lapsed lapsed ? checks.checkLapsed(lapsed.licenseId(), check) : answer;
    }

    /** Only here a wrong secret costs anything, and a copy is reported a few times a minute at most. */
    private void noteMiss(SeatAnswer answer, CheckInstance message) {
        if (!(answer instanceof Refused refused)) {
            return;
        }
        if (refused.refusal() == LicensingRefusal.STALE) {
            limits.countWrongCheckSecret(message.address(), message.instanceId());
        }
        Sighting sighting = refused.sighting();
        if (sighting != null && limits.mayReportCopy(message.address(), sighting.instanceId())) {
            checks.recordCopy(sighting, message.address());
        }
    }

    /**
     * Gives the seat back at once; repeatable.
     *
     * @param instanceId as it stood in the path
     * @throws LicensingException when there is no such instance or the secret is not its current one
     */
    @Unaudited(RECORDED)
    public void release(String instanceId, PresentedSecret checkSecret, String address) {
        UUID id = requireId(instanceId);
        try {
            checks.release(id, checkSecret.sha256(), address);
        } catch (LicensingException refused) {
            throw counted(refused, instanceId, address);
        }
    }

    /**
     * What the instance may use.
     *
     * @param instanceId as it stood in the path
     * @throws LicensingException when the license or the instance is not active, or the secret is not the instance's
     */
    @Unaudited("only remembers which revision was read")
    public TaggedEntitlements entitlements(String instanceId, PresentedSecret checkSecret, String address) {
        UUID id = requireId(instanceId);
        try {
            return checks.entitlements(id, checkSecret.sha256());
        } catch (LicensingException refused) {
            throw counted(refused, instanceId, address);
        }
    }

    /**
     * What the license grants; takes no seat.
     *
     * @param releaseDate the release that would run, or null for any
     * @throws org.chancery.model.platform.DomainException as the protocol's table of refusals says
     */
    @Unaudited("changes nothing but the count of wrong secrets")
    public LicensePreview preview(
            PresentedSecret licenseSecret, String address, @Nullable String product, @Nullable String releaseDate) {
        MessageForm form = new MessageForm();
        String wanted = form.name("product", product);
        LocalDate released = form.optionalDate("releaseDate", releaseDate);
        UUID licenseId = requireRoom(form, hasher.hash(licenseSecret.clear()), address)
                .orElseThrow(() -> {
                    limits.countWrongLicenseSecret(address);
                    return new LicensingException(LicensingRefusal.INVALID_LICENSE_SECRET, Map.of());
                });
        return activations.preview(licenseId, wanted, released);
    }

    private LicensingException counted(LicensingException refused, String instanceId, String address) {
        if (refused.refusal() == LicensingRefusal.STALE) {
            limits.countWrongCheckSecret(address, instanceId);
        }
        return refused;
    }

    private DomainException refusal(SeatAnswer answer, String name, String nonce) {
        if (answer instanceof Refused refused) {
            return denied(refused, name, nonce);
        }
        if (answer instanceof TooMany tooMany) {
            return RateLimits.tooMany(tooMany.pause());
        }
        throw new IllegalStateException("Not a refusal: " + answer);
    }

    /** @param name who asked, for a subject that has no instance id yet */
    private LicensingException denied(Refused refused, String name, String nonce) {
        UUID instanceId = refused.instanceId();
        LicensingRefusal refusal = refused.refusal();
        String denial = signer.sign(new DenialClaims(
                refused.product(),
                instanceId == null ? name : instanceId.toString(),
                refusal.code().number(),
                refusal.reason(),
                nonce,
                now()));
        return LicensingException.withDenial(refusal, refused.details(), denial);
    }

    private static Refused refused(LicensingRefusal refusal, @Nullable String product) {
        return new Refused(refusal, Map.of(), null, product, null);
    }

    /** Ids are ours, so whatever is not of their form names nothing. */
    private static Optional<UUID> instanceId(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static UUID requireId(String text) {
        return instanceId(text)
                .orElseThrow(() -> new LicensingException(LicensingRefusal.INSTANCE_NOT_FOUND, Map.of()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
