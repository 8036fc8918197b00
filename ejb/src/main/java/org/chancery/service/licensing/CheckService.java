package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.model.licensing.InstanceEvents;
import org.chancery.model.licensing.InstanceState;
import org.chancery.model.licensing.Instances;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.Receipt;
import org.chancery.model.licensing.Rotation;
import org.chancery.model.licensing.RotationMessage;
import org.chancery.model.licensing.RotationRow;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.licensing.SeatAnswer.Granted;
import org.chancery.service.licensing.SeatAnswer.Lapsed;
import org.chancery.service.licensing.SeatAnswer.OverLimit;
import org.chancery.service.licensing.SeatAnswer.Quota;
import org.chancery.service.licensing.SeatAnswer.Refused;
import org.chancery.service.licensing.SeatAnswer.Sighting;
import org.chancery.service.licensing.SeatAnswer.TooMany;
import org.chancery.service.licensing.domain.EntitlementCalculator;
import org.chancery.service.licensing.domain.LeasePolicy;
import org.chancery.service.licensing.port.LeaseClaims;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/**
 * What a check secret opens. A regular check reads two rows at once and writes one, in no transaction; whatever is out of the
 * ordinary is decided under the lock of the instance's row, and of the license's before it where seats are counted.
 */
@Stateless
@PermitAll
public class CheckService {

    /**
     * So long before a lease ends its seat is renewed as one that is lost: with the license locked, so that nobody is given the
     * seat while this renewal is under way. Twice what a transaction may take, and a regular check, which has none.
     */
    private static final Duration ABOUT_TO_END = Duration.ofMinutes(1);

    private static final Duration LONGEST_REGULAR_CHECK = ABOUT_TO_END.dividedBy(2);

    private static final String LIFE = "the regular life of an instance; what is remarkable becomes an event";

    private final Licenses licenses;
    private final Instances instances;
    private final InstanceEvents events;
    private final SeatCounter seats;
    private final LeaseSigner signer;
    private final Ids ids;
    private final Clock clock;
    private final Clock machine;

    @Inject
    public CheckService(
            Licenses licenses,
            Instances instances,
            InstanceEvents events,
            SeatCounter seats,
            LeaseSigner signer,
            Ids ids,
            Clock clock,
            @MachineTime Clock machine) {
        this.licenses = licenses;
        this.instances = instances;
        this.events = events;
        this.seats = seats;
        this.signer = signer;
        this.ids = ids;
        this.clock = clock;
        this.machine = machine;
    }

    @SuppressWarnings("NullAway")
    public CheckService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null);
    }

    /**
     * How long an instance has to wait with its next check, zero when it need not; empty when there is no such instance
     * or the secret is not its own. Counts nothing.
     */
    @ReadOnly
    public Optional<Duration> pauseOf(UUID instanceId, String secretHash) {
        return instances
                .find(instanceId)
                .filter(instance -> instance.isKnown(secretHash))
                .map(instance -> instance.waitForCheck(RateLimits.CHECKS, RateLimits.CHECK_WINDOW, machine.instant())
                        .orElse(Duration.ZERO));
    }

    /**
     * Renews a lease when nothing is out of the ordinary: the lease is not about to end, the message advances or repeats, no
     * rule refuses it, and its report is no news to others. The rules see what one instant showed, and what came of it is written only if the
     * instance still is what they saw.
     *
     * @return empty when there is anything else to say, and then nothing was changed: {@link #check} says it
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Unaudited(LIFE)
    public Optional<Granted> checkRegularly(SeatCheck check) {
        return instances.changeAlone(
                check.instanceId(), LONGEST_REGULAR_CHECK, found -> regular(check, found.instance(), found.license()));
    }

    private Optional<Granted> regular(SeatCheck check, Instance instance, License license) {
        Instant now = clock.instant();
        Rotation rotation = instance.decide(check.message(), Optional::empty);
        if (isAboutToEnd(instance, now)
                || !rotation.row().isAccepted()
                || isNews(check, rotation, instance, license, now)
                || refusal(check, rotation, instance, license, now).isPresent()
                || pause(instance).isPresent()) {
            return Optional.empty();
        }
        instance.follow(rotation, check.report(), LeasePolicy.terms(license, instance.requestedLeaseSeconds()), now);
        return Optional.of(granted(check, instance, license, null, Quota.KEPT, now));
    }

    private static boolean isAboutToEnd(Instance instance, Instant now) {
        return instance.isLapsedAt(now.plus(ABOUT_TO_END));
    }

    /** True when others have to be asked or told, or more than the instance's row is written. */
    private static boolean isNews(SeatCheck check, Rotation rotation, Instance instance, License license, Instant now) {
        return license.overLimitUntil(instance.seatClass()).isPresent()
                || license.isQuotaExceeded()
                || instance.altersUsage(rotation, check.report(), now)
                || instance.altersCertificates(check.report());
    }

    /** Counts the check; how long it has to wait instead when there were too many. */
    private Optional<Duration> pause(Instance instance) {
        return instance.countCheck(RateLimits.CHECKS, RateLimits.CHECK_WINDOW, machine.instant());
    }

    /** Renews a lease, whatever there is to say; answers {@link Lapsed} when it is over or about to be. */
    @Unaudited(LIFE)
    public SeatAnswer check(SeatCheck check) {
        Optional<Instance> found = instances.findLocked(check.instanceId());
        if (found.isEmpty()) {
            return unknown(check);
        }
        Instance instance = found.get();
        Instant now = clock.instant();
        if (isAboutToEnd(instance, now)) {
            return new Lapsed(instance.licenseId());
        }
        return decide(check, instance, licenses.require(instance.licenseId()), now);
    }

    /**
     * As {@link #check}, with the license locked first: a lease that is over needs a free seat again, and one about to end keeps
     * its own.
     */
    @Unaudited(LIFE)
    public SeatAnswer checkLapsed(UUID licenseId, SeatCheck check) {
        License license = licenses.requireLocked(licenseId);
        return instances
                .findLocked(check.instanceId())
                .map(instance -> decide(check, instance, license, clock.instant()))
                .orElseGet(() -> unknown(check));
    }

    private SeatAnswer decide(SeatCheck check, Instance instance, License license, Instant now) {
        Rotation rotation = instance.decide(check.message(), () -> receipt(check, instance));
        boolean isInvalid = rotation.row() == RotationRow.INVALID;
        if (rotation.row().isAccepted() || isInvalid) {
            Optional<Duration> wait = pause(instance);
            if (wait.isPresent()) {
                return new TooMany(wait.get());
            }
        }
        if (isInvalid) { // which takes the count back
            throw new InvalidRequestException("nextSecretHash", "form", "Must differ from the current secret's hash");
        }
        Optional<LicensingRefusal> refusal = refusal(check, rotation, instance, license, now);
        if (refusal.isPresent()) {
            return refused(refusal.get(), license, instance);
        }
        OverLimit overLimit = seats.overLimit(license, instance, now).orElse(null);
        if (overLimit != null && !now.isBefore(overLimit.until()) && seats.isSurplus(instance, overLimit, now)) {
            return noSeat(license, instance, now);
        }
        boolean counts = license.isQuotaExceeded() || instance.altersUsage(rotation, check.report(), now);
        instance.follow(rotation, check.report(), LeasePolicy.terms(license, instance.requestedLeaseSeconds()), now);
        if (rotation.row() == RotationRow.HEAL) {
            record(InstanceEventType.HEALED, instance, now, check.report().address(), null);
        }
        Quota quota = counts ? quota(license, now) : Quota.KEPT;
        return granted(check, instance, license, overLimit, quota, now);
    }

    /** The first that applies, in the order of the protocol. */
    private Optional<LicensingRefusal> refusal(
            SeatCheck check, Rotation rotation, Instance instance, License license, Instant now) {
        return license.refusalAt(now)
                .or(instance::inactivity)
                .or(() -> withoutSeat(license, instance, now))
                .or(() -> refusalOf(rotation.row(), instance, check.message()))
                .or(() -> uncovered(license, instance, check.report().releaseDate()))
                .or(() -> elsewhere(license, instance))
                .or(() -> lent(instance, now));
    }

    private Quota quota(License license, Instant now) {
        Map<String, QuotaUse> exceeded = seats.exceededQuota(license, GrantJson.read(license.grantDocument()), now);
        return new Quota(exceeded, exceeded.isEmpty() == license.isQuotaExceeded());
    }

    /**
     * Counts once more whether more of some limit is used than there is, and writes it to the license, which is how its
     * other instances learn of it. A transaction of its own: the license is locked before its instances, never after.
     */
    @Unaudited("what instances say of themselves, no deed")
    public void noteQuota(UUID licenseId) {
        License license = licenses.requireLocked(licenseId);
        license.noteQuota(!quota(license, clock.instant()).exceeded().isEmpty());
    }

    private Optional<LicensingRefusal> withoutSeat(License license, Instance instance, Instant now) {
        boolean needsOne = instance.isLapsedAt(now) && !instance.holdsSeatAt(now);
        return needsOne && !seats.hasSeatFor(license, instance.seatClass(), instance.id(), now)
                ? Optional.of(LicensingRefusal.LAPSED)
                : Optional.empty();
    }

    private static Optional<LicensingRefusal> refusalOf(RotationRow row, Instance instance, RotationMessage message) {
        return switch (row) {
            case FORK -> Optional.of(LicensingRefusal.FORK);
            case SHARED -> Optional.of(LicensingRefusal.SHARED);
            case STALE, INVALID ->
                Optional.of(instance.wasTakenFrom(message) ? LicensingRefusal.DISPLACED : LicensingRefusal.STALE);
            case ADVANCE, REPLAY, HEAL -> Optional.empty();
        };
    }

    private static Optional<LicensingRefusal> uncovered(
            License license, Instance instance, @Nullable LocalDate reported) {
        LocalDate releaseDate = reported == null ? instance.releaseDate() : reported;
        return license.covers(releaseDate) ? Optional.empty() : Optional.of(LicensingRefusal.VERSION_NOT_COVERED);
    }

    private static Optional<LicensingRefusal> elsewhere(License license, Instance instance) {
        return license.admits(instance.deploymentId(), instance.seatClass())
                ? Optional.empty()
                : Optional.of(LicensingRefusal.DEPLOYMENT_MISMATCH);
    }

    /** In the last part of a file's life its holder is welcome again, so that it goes over without a gap. */
    private static Optional<LicensingRefusal> lent(Instance instance, Instant now) {
        return instance.isToUseFileAt(now) ? Optional.of(LicensingRefusal.OFFLINE_LICENSE_ISSUED) : Optional.empty();
    }

    private Optional<Receipt> receipt(SeatCheck check, Instance instance) {
        return Optional.ofNullable(check.receipt())
                .flatMap(signer::recognise)
                .filter(claims -> claims.product().equals(instance.product()))
                .map(LeaseClaims::toReceipt);
    }

    private Granted granted(
            SeatCheck check,
            Instance instance,
            License license,
            @Nullable OverLimit overLimit,
            Quota quota,
            Instant now) {
        Duration interval = instance.checkInterval();
        LeaseClaims claims = new LeaseClaims(
                instance.product(),
                instance.id(),
                license.id(),
                instance.lease(),
                check.nonce(),
                instance.seatClass(),
                EntitlementCalculator.tag(license, instance.seatClass()));
        return new Granted(
                claims,
                EntitlementCalculator.isChanged(
                        license, instance, check.report().appliedRevision()),
                interval,
                LeasePolicy.waitAfter(instance.lease(), interval, now),
                overLimit,
                quota);
    }

    private static Refused refused(LicensingRefusal refusal, License license, Instance instance) {
        LocalDate updatesUntil = license.updatesUntil();
        Map<String, Object> details = refusal == LicensingRefusal.VERSION_NOT_COVERED && updatesUntil != null
                ? Map.of("updatesUntil", updatesUntil.toString())
                : Map.of();
        Sighting sighting =
                switch (refusal) {
                    case FORK -> sighting(InstanceEventType.CLONED, instance);
                    case SHARED -> sighting(InstanceEventType.SHARED, instance);
                    default -> null;
                };
        return new Refused(refusal, details, instance.id(), instance.product(), sighting);
    }

    private static Sighting sighting(InstanceEventType type, Instance instance) {
        return new Sighting(type, instance.id(), instance.lastAddress());
    }

    private Refused noSeat(License license, Instance instance, Instant now) {
        long wait = RateLimits.seconds(seats.waitForSeat(license, instance.seatClass(), now));
        return new Refused(
                LicensingRefusal.SEATS_EXCEEDED, Map.of("retryAfter", wait), instance.id(), instance.product(), null);
    }

    /** The product is only known when the caller has one of our leases for that very instance. */
    private Refused unknown(SeatCheck check) {
        String product = Optional.ofNullable(check.receipt())
                .flatMap(signer::recognise)
                .filter(claims -> claims.instanceId().equals(check.instanceId()))
                .map(LeaseClaims::product)
                .orElse(null);
        return new Refused(LicensingRefusal.INSTANCE_NOT_FOUND, Map.of(), check.instanceId(), product, null);
    }

    /** Remembers a copy that was refused. */
    @Unaudited("the event itself is the record")
    public void recordCopy(Sighting sighting, String address) {
        instances
                .find(sighting.instanceId())
                .ifPresent(instance ->
                        record(sighting.type(), instance, clock.instant(), address, sighting.liveAddress()));
    }

    /**
     * Gives the seat back, at once. The same secret may say so again. Only the current secret can: a copy that was
     * refused must not end the live instance when it is shut down.
     *
     * @throws LicensingException when there is no such instance or the secret is not its current one
     */
    @Unaudited("the events of instances are its record")
    public void release(UUID instanceId, String secretHash, String address) {
        Instance instance = require(instanceId);
        if (!instance.isCurrent(secretHash)) {
            throw unknown(secretHash, instance);
        }
        if (instance.state() == InstanceState.ACTIVE) {
            Instant now = clock.instant();
            instance.release(now);
            record(InstanceEventType.RELEASED, instance, now, address, null);
        }
    }

    /**
     * What the instance may use, and the tag of it. The secret before the current one will do: its successor may not
     * have reached the instance yet.
     *
     * @throws LicensingException when the license or the instance is not active, or the secret is not the instance's
     */
    @Unaudited("only remembers which revision was read")
    public TaggedEntitlements entitlements(UUID instanceId, String secretHash) {
        Instance instance = require(instanceId);
        License license = licenses.require(instance.licenseId());
        license.refusalAt(clock.instant()).or(instance::inactivity).ifPresent(refusal -> {
            throw new LicensingException(refusal, Map.of());
        });
        if (!instance.isKnown(secretHash)) {
            throw unknown(secretHash, instance);
        }
        if (instance.isCurrent(secretHash)) {
            instance.fetched(license.revision());
        }
        return new TaggedEntitlements(
                EntitlementCalculator.tag(license, instance.seatClass()),
                EntitlementCalculator.entitlements(
                        license, GrantJson.read(license.grantDocument()), instance.seatClass()));
    }

    private static LicensingException unknown(String secretHash, Instance instance) {
        LicensingRefusal refusal =
                instance.wasTakenFrom(secretHash) ? LicensingRefusal.DISPLACED : LicensingRefusal.STALE;
        return new LicensingException(refusal, Map.of());
    }

    private Instance require(UUID instanceId) {
        return instances
                .findLocked(instanceId)
                .orElseThrow(() -> new LicensingException(LicensingRefusal.INSTANCE_NOT_FOUND, Map.of()));
    }

    private void record(
            InstanceEventType type, Instance instance, Instant now, String address, @Nullable String otherAddress) {
        events.add(new InstanceEvent(ids.next(), type, instance, now, address, otherAddress));
    }
}
