package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
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
import org.chancery.model.licensing.RotationRow;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.licensing.SeatAnswer.Granted;
import org.chancery.service.licensing.SeatAnswer.Lapsed;
import org.chancery.service.licensing.SeatAnswer.OverLimit;
import org.chancery.service.licensing.SeatAnswer.Refused;
import org.chancery.service.licensing.SeatAnswer.Sighting;
import org.chancery.service.licensing.SeatAnswer.TooMany;
import org.chancery.service.licensing.domain.EntitlementCalculator;
import org.chancery.service.licensing.domain.LeasePolicy;
import org.chancery.service.licensing.port.LeaseClaims;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a check secret. A check reads two rows and writes one; only what is rare costs more: an instance
 * whose lease is over, a limit that was lowered, a database that has to be healed.
 */
@Stateless
@PermitAll
public class CheckService {

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

    /** Renews a lease that still runs; answers {@link Lapsed} when it does not. */
    @Unaudited("the regular life of an instance; what is remarkable becomes an event")
    public SeatAnswer check(SeatCheck check) {
        Optional<Instance> found = instances.findLocked(check.instanceId());
        if (found.isEmpty()) {
            return unknown(check);
        }
        Instance instance = found.get();
        Instant now = clock.instant();
        if (instance.isLapsedAt(now)) {
            return new Lapsed(instance.licenseId());
        }
        return decide(check, instance, licenses.require(instance.licenseId()), now);
    }

    /** As {@link #check}, with the license locked first: a lease that is over needs a free seat again. */
    @Unaudited("the regular life of an instance; what is remarkable becomes an event")
    public SeatAnswer checkLapsed(UUID licenseId, SeatCheck check) {
        License license = licenses.requireLocked(licenseId);
        return instances
                .findLocked(check.instanceId())
                .map(instance -> decide(check, instance, license, clock.instant()))
                .orElseGet(() -> unknown(check));
    }

    private SeatAnswer decide(SeatCheck check, Instance instance, License license, Instant now) {
        Rotation rotation = instance.decide(check.message(), () -> receipt(check));
        if (rotation.row() == RotationRow.INVALID) {
            throw new InvalidRequestException("nextSecretHash", "form", "Must differ from the current secret's hash");
        }
        if (rotation.row().isAccepted()) {
            Optional<Duration> wait =
                    instance.countCheck(RateLimits.CHECKS, RateLimits.CHECK_WINDOW, machine.instant());
            if (wait.isPresent()) {
                return new TooMany(wait.get());
            }
        }
        Optional<LicensingRefusal> refusal = license.refusalAt(now)
                .or(instance::inactivity)
                .or(() -> withoutSeat(license, instance, now))
                .or(() -> refusalOf(rotation.row()))
                .or(() -> uncovered(license, instance, check.report().releaseDate()))
                .or(() -> lent(instance, now));
        if (refusal.isPresent()) {
            return refused(refusal.get(), license, instance);
        }
        OverLimit overLimit = seats.overLimit(license, instance, now).orElse(null);
        if (overLimit != null && !now.isBefore(overLimit.until()) && seats.isSurplus(instance, overLimit, now)) {
            return noSeat(license, instance, now);
        }
        instance.follow(rotation, check.report(), LeasePolicy.terms(license, instance.requestedLeaseSeconds()), now);
        if (rotation.row() == RotationRow.HEAL) {
            record(InstanceEventType.HEALED, instance, now, check.report().address(), null);
        }
        return granted(check, instance, license, overLimit, now);
    }

    private Optional<LicensingRefusal> withoutSeat(License license, Instance instance, Instant now) {
        boolean needsOne = instance.isLapsedAt(now) && !instance.holdsSeatAt(now);
        return needsOne && !seats.hasSeatFor(license, instance.seatClass(), instance.id(), now)
                ? Optional.of(LicensingRefusal.LAPSED)
                : Optional.empty();
    }

    private static Optional<LicensingRefusal> refusalOf(RotationRow row) {
        return switch (row) {
            case FORK -> Optional.of(LicensingRefusal.FORK);
            case SHARED -> Optional.of(LicensingRefusal.SHARED);
            case STALE, INVALID -> Optional.of(LicensingRefusal.STALE);
            case ADVANCE, REPLAY, HEAL -> Optional.empty();
        };
    }

    private static Optional<LicensingRefusal> uncovered(
            License license, Instance instance, @Nullable LocalDate reported) {
        LocalDate releaseDate = reported == null ? instance.releaseDate() : reported;
        return license.covers(releaseDate) ? Optional.empty() : Optional.of(LicensingRefusal.VERSION_NOT_COVERED);
    }

    /** In the last part of a file's life its holder is welcome again, so that it goes over without a gap. */
    private static Optional<LicensingRefusal> lent(Instance instance, Instant now) {
        return instance.isToUseFileAt(now) ? Optional.of(LicensingRefusal.OFFLINE_LICENSE_ISSUED) : Optional.empty();
    }

    private Optional<Receipt> receipt(SeatCheck check) {
        return Optional.ofNullable(check.receipt()).flatMap(signer::recognise).map(LeaseClaims::toReceipt);
    }

    private Granted granted(
            SeatCheck check, Instance instance, License license, @Nullable OverLimit overLimit, Instant now) {
        Duration interval = LeasePolicy.checkInterval(license, instance);
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
                overLimit);
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
            throw new LicensingException(LicensingRefusal.STALE, Map.of());
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
            throw new LicensingException(LicensingRefusal.STALE, Map.of());
        }
        if (instance.isCurrent(secretHash)) {
            instance.fetched(license.revision());
        }
        return new TaggedEntitlements(
                EntitlementCalculator.tag(license, instance.seatClass()),
                EntitlementCalculator.entitlements(
                        license, GrantJson.read(license.grantDocument()), instance.seatClass()));
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
