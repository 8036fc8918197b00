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
import org.chancery.model.licensing.Activation;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.model.licensing.InstanceEvents;
import org.chancery.model.licensing.Instances;
import org.chancery.model.licensing.LeaseTerms;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.Ids;
import org.chancery.service.licensing.SeatAnswer.Granted;
import org.chancery.service.licensing.SeatAnswer.Refused;
import org.chancery.service.licensing.domain.EntitlementCalculator;
import org.chancery.service.licensing.domain.LeasePolicy;
import org.chancery.service.licensing.port.LeaseClaims;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/** The transactions of a license secret: finding its license, taking a seat, looking without taking one. */
@Stateless
@PermitAll
public class ActivationService {

    private final Licenses licenses;
    private final Instances instances;
    private final InstanceEvents events;
    private final SeatCounter seats;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public ActivationService(
            Licenses licenses, Instances instances, InstanceEvents events, SeatCounter seats, Ids ids, Clock clock) {
        this.licenses = licenses;
        this.instances = instances;
        this.events = events;
        this.seats = seats;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public ActivationService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /** The license that accepts the secret with this keyed hash now. */
    @ReadOnly
    public Optional<UUID> licenseOf(String secretHash) {
        return licenses.findBySecretHash(secretHash)
                .filter(license -> license.acceptsSecret(secretHash, clock.instant()))
                .map(License::id);
    }

    /**
     * Takes a seat under the lock of the license's row, so that of many who want the last one exactly one gets it.
     *
     * @param secretHash the keyed hash of the license secret that was presented
     * @param product what the instance is
     * @param nonce the caller's
     */
    @Unaudited("the events of instances are its record")
    public SeatAnswer activate(UUID licenseId, String secretHash, String product, Activation activation, String nonce) {
        License license = licenses.requireLocked(licenseId);
        Instant now = clock.instant();
        Optional<Refused> refused = refusal(license, product, activation.releaseDate(), now);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Instance> holder = instances.findByName(licenseId, activation.deploymentId(), activation.name());
        if (holder.filter(instance -> instance.isAttempt(activation)).isPresent()) {
            return granted(license, holder.get(), nonce, now);
        }
        if (holder.filter(instance -> instance.holdsSeatAt(now)).isPresent()) {
            return noSeat(product, Duration.between(now, holder.get().seatUntil()));
        }
        UUID instanceId = holder.map(Instance::id).orElseGet(ids::next);
        if (!seats.hasSeatFor(license, activation.seatClass(), instanceId, now)) {
            return noSeat(product, seats.waitForSeat(license, activation.seatClass(), now));
        }
        Instance instance = seat(license, holder, instanceId, activation, now);
        instance.activatedWith(license.generationOf(secretHash));
        events.add(
                new InstanceEvent(ids.next(), InstanceEventType.ACTIVATED, instance, now, activation.address(), null));
        return granted(license, instance, nonce, now);
    }

    /** The seat of that name given back, or a new one. */
    private Instance seat(
            License license, Optional<Instance> holder, UUID instanceId, Activation activation, Instant now) {
        LeaseTerms terms = LeasePolicy.terms(license, activation.leaseSeconds());
        if (holder.isPresent()) {
            holder.get().reactivate(activation, terms, now);
            return holder.get();
        }
        Instance instance = new Instance(instanceId, license.id(), license.product(), activation, terms, now);
        instances.add(instance);
        return instance;
    }

    /**
     * What the license grants; takes no seat.
     *
     * @param releaseDate the release that would run, or null for any
     * @throws LicensingException when the license could not be used
     */
    @ReadOnly
    public LicensePreview preview(UUID licenseId, String product, @Nullable LocalDate releaseDate) {
        License license = licenses.require(licenseId);
        Instant now = clock.instant();
        refusal(license, product, releaseDate, now).ifPresent(refused -> {
            throw new LicensingException(refused.refusal(), refused.details());
        });
        return new LicensePreview(
                EntitlementCalculator.entitlements(license, GrantJson.read(license.grantDocument()), null),
                seats.usage(license, now));
    }

    /** The refusals that precede any look at seats, in the order of the contract. */
    private static Optional<Refused> refusal(
            License license, String product, @Nullable LocalDate releaseDate, Instant now) {
        if (!license.product().equals(product)) {
            return Optional.of(refused(LicensingRefusal.PRODUCT_MISMATCH, product, Map.of()));
        }
        Optional<LicensingRefusal> inactive = license.refusalAt(now);
        if (inactive.isPresent()) {
            return Optional.of(refused(inactive.get(), product, Map.of()));
        }
        LocalDate updatesUntil = license.updatesUntil();
        if (updatesUntil != null && releaseDate != null && !license.covers(releaseDate)) {
            return Optional.of(refused(
                    LicensingRefusal.VERSION_NOT_COVERED, product, Map.of("updatesUntil", updatesUntil.toString())));
        }
        return Optional.empty();
    }

    private static Refused noSeat(String product, Duration wait) {
        return refused(LicensingRefusal.SEATS_EXCEEDED, product, Map.of("retryAfter", RateLimits.seconds(wait)));
    }

    private static Refused refused(LicensingRefusal refusal, String product, Map<String, Object> details) {
        return new Refused(refusal, details, null, product, null);
    }

    private static Granted granted(License license, Instance instance, String nonce, Instant now) {
        Duration interval = LeasePolicy.checkInterval(license, instance);
        LeaseClaims claims = new LeaseClaims(
                instance.product(),
                instance.id(),
                license.id(),
                instance.lease(),
                nonce,
                instance.seatClass(),
                EntitlementCalculator.tag(license, instance.seatClass()));
        return new Granted(claims, true, interval, LeasePolicy.waitAfter(instance.lease(), interval, now), null);
    }
}
