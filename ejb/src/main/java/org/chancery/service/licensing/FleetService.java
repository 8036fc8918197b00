package org.chancery.service.licensing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.InstanceEvents;
import org.chancery.model.licensing.Instances;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.licensing.domain.EntitlementCalculator;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** All the instances of an account, whichever license they run on. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class FleetService {

    private static final int LICENSES = 500;

    private final Licenses licenses;
    private final Instances instances;
    private final InstanceEvents events;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public FleetService(Licenses licenses, Instances instances, InstanceEvents events, Caller caller, Clock clock) {
        this.licenses = licenses;
        this.instances = instances;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public FleetService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /**
     * A page of an account's instances, newest first, the dead ones included.
     *
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when the account is another's
     */
    @ReadOnly
    public PageOf<FleetInstance> ofAccount(UUID accountId, @Nullable UUID after, int limit) {
        caller.requireAccount(accountId);
        return page(licenses.ofAccount(accountId, null, LICENSES), after, limit);
    }

    /**
     * A page of one license's instances, newest first, the dead ones included.
     *
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when there is no such license, or it is another's
     */
    @ReadOnly
    public PageOf<FleetInstance> ofLicense(UUID licenseId, @Nullable UUID after, int limit) {
        return page(List.of(requireOwn(licenseId)), after, limit);
    }

    /** @throws NotFoundException when there is no such instance, or it is another's */
    @ReadOnly
    public FleetInstance get(UUID instanceId) {
        Instance instance = require(instanceId);
        License license = requireOwn(instance.licenseId());
        Instant now = clock.instant();
        return view(license, instance, surplusOf(List.of(license), now), now);
    }

    /** @throws NotFoundException when there is no such instance, or it is another's */
    @ReadOnly
    public InstanceDetail inspect(UUID instanceId) {
        Instance instance = require(instanceId);
        License license = requireOwn(instance.licenseId());
        Instant now = clock.instant();
        Set<UUID> surplus = surplusOf(List.of(license), now);
        return new InstanceDetail(
                view(license, instance, surplus, now),
                instance.releaseDate(),
                instance.lastAddress(),
                instance.activatedAt(),
                instance.rotationState().epoch(),
                EntitlementCalculator.isChanged(license, instance, instance.appliedRevision()),
                surplus.contains(instanceId)
                        ? license.overLimitUntil(instance.seatClass()).orElse(null)
                        : null);
    }

    /**
     * A page of what happened to an instance, newest first.
     *
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when there is no such instance, or it is another's
     */
    @ReadOnly
    public PageOf<InstanceEventView> history(UUID instanceId, @Nullable UUID after, int limit) {
        requireOwn(require(instanceId).licenseId());
        return PageOf.cut(
                events.ofInstance(instanceId, after, limit + 1), limit, InstanceEvent::id, InstanceEventView::of);
    }

    /**
     * A page of the instances that were last activated with an older secret of the license than the current one, newest
     * first. Those that were released or stopped are not among them: they have to be started by hand anyway.
     *
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when there is no such license, or it is another's
     */
    @ReadOnly
    public PageOf<SecretHolder> onOlderSecret(UUID licenseId, @Nullable UUID after, int limit) {
        License license = requireOwn(licenseId);
        Instant now = clock.instant();
        Set<UUID> surplus = surplusOf(List.of(license), now);
        return PageOf.cut(
                instances.onSecretBefore(licenseId, license.secretGeneration(), after, limit + 1),
                limit,
                Instance::id,
                instance -> new SecretHolder(
                        view(license, instance, surplus, now),
                        instance.activatedAt(),
                        license.acceptsGeneration(instance.secretGeneration(), now)));
    }

    private Instance require(UUID instanceId) {
        return instances.find(instanceId).orElseThrow(() -> new NotFoundException("instance", instanceId));
    }

    private License requireOwn(UUID licenseId) {
        License license = licenses.require(licenseId);
        caller.requireAccount(license.accountId());
        return license;
    }

    private PageOf<FleetInstance> page(Collection<License> owned, @Nullable UUID after, int limit) {
        Instant now = clock.instant();
        Map<UUID, License> byId = owned.stream().collect(Collectors.toMap(License::id, Function.identity()));
        Set<UUID> surplus = surplusOf(owned, now);
        return PageOf.cut(
                instances.ofLicenses(byId.keySet(), after, limit + 1),
                limit,
                Instance::id,
                instance -> view(Objects.requireNonNull(byId.get(instance.licenseId())), instance, surplus, now));
    }

    private static FleetInstance view(License license, Instance instance, Set<UUID> surplus, Instant now) {
        InstanceView view = InstanceView.of(license, instance, now);
        InstanceCondition condition = InstanceCondition.of(
                instance.state(),
                view.lastCheckAt(),
                Duration.between(view.lastCheckAt(), view.nextCheckBy()),
                view.leaseUntil(),
                surplus.contains(instance.id()),
                now);
        return new FleetInstance(view, license.id(), license.planName(), condition);
    }

    /** The newest of too many, on licenses whose limit was lowered; most accounts have none, which costs no query. */
    private Set<UUID> surplusOf(Collection<License> owned, Instant now) {
        List<License> lowered = owned.stream().filter(FleetService::wasLowered).toList();
        List<Instance> live = instances.liveOf(lowered.stream().map(License::id).toList(), now);
        Set<UUID> surplus = new HashSet<>();
        for (License license : lowered) {
            for (SeatClass seatClass : SeatClass.values()) {
                Long limit = license.seats(seatClass).count();
                live.stream()
                        .filter(instance ->
                                instance.licenseId().equals(license.id()) && instance.seatClass() == seatClass)
                        .skip(limit == null ? Long.MAX_VALUE : limit)
                        .forEach(instance -> surplus.add(instance.id()));
            }
        }
        return surplus;
    }

    private static boolean wasLowered(License license) {
        for (SeatClass seatClass : SeatClass.values()) {
            if (license.overLimitUntil(seatClass).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
