package org.chancery.service.licensing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.model.licensing.InstanceEvents;
import org.chancery.model.licensing.InstanceState;
import org.chancery.model.licensing.Instances;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** What people may see of instances and do to them. */
@Stateless
public class SeatAdministrationService {

    private static final int DEACTIVATIONS_A_DAY = 10;
    private static final Duration DAY = Duration.ofDays(1);

    private final Licenses licenses;
    private final Instances instances;
    private final InstanceEvents events;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public SeatAdministrationService(
            Licenses licenses,
            Instances instances,
            InstanceEvents events,
            Caller caller,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.licenses = licenses;
        this.instances = instances;
        this.events = events;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public SeatAdministrationService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null);
    }

    /** How many instances hold a seat now, whoever's. */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public long countLive() {
        return instances.countLive(clock.instant());
    }

    /**
     * The instances of a license, newest first, the dead ones included.
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
        Roles.OPERATOR_VIEWER
    })
    public PageOf<InstanceView> instances(UUID licenseId, @Nullable UUID after, int limit) {
        License license = licenses.require(licenseId);
        caller.requireAccount(license.accountId());
        Instant now = clock.instant();
        return PageOf.cut(
                instances.ofLicense(licenseId, after, limit + 1),
                limit,
                Instance::id,
                instance -> InstanceView.of(license, instance, now));
    }

    /**
     * What happened to the instances of a license, the newest first.
     *
     * @param limit how many at most
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
    public List<InstanceEventView> events(UUID licenseId, int limit) {
        caller.requireAccount(licenses.require(licenseId).accountId());
        return events.latestOf(licenseId, limit).stream()
                .map(InstanceEventView::of)
                .toList();
    }

    /**
     * Stops an instance. Its seat is free at once, ten times a day and license; after that when its lease ends, or a
     * seat could be passed around all day.
     */
    @Audited("instance.deactivate")
    @RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.SUPPORT})
    public void deactivate(UUID licenseId, UUID instanceId) {
        License license = licenses.requireLocked(licenseId);
        caller.requireAccount(license.accountId());
        Instance instance = instances
                .findLocked(instanceId)
                .filter(found -> found.licenseId().equals(licenseId))
                .orElseThrow(() -> new NotFoundException("instance", instanceId));
        Instant now = clock.instant();
        if (instance.state() != InstanceState.ACTIVE) {
            return;
        }
        String before = describe(instance, now);
        long today = events.countSince(licenseId, InstanceEventType.DEACTIVATED, now.minus(DAY));
        instance.deactivate(today < DEACTIVATIONS_A_DAY, now);
        events.add(new InstanceEvent(ids.next(), InstanceEventType.DEACTIVATED, instance, now, null, null));
        audit.record("instance.deactivate", license.accountId(), instanceId, before, describe(instance, now));
    }

    private static String describe(Instance instance, Instant now) {
        return InstanceView.stateWord(instance, now) + ", seat until " + instance.seatUntil();
    }
}
