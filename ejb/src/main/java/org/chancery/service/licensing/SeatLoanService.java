package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.Instances;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.OfflineLicense;
import org.chancery.service.platform.Unaudited;

/** The transaction in which a running instance turns its seat into a file. */
@Stateless
@PermitAll
public class SeatLoanService {

    private final Licenses licenses;
    private final Instances instances;
    private final OfflineDesk desk;
    private final Clock clock;

    @Inject
    public SeatLoanService(Licenses licenses, Instances instances, OfflineDesk desk, Clock clock) {
        this.licenses = licenses;
        this.instances = instances;
        this.desk = desk;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public SeatLoanService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /**
     * Signs a file for the seat that the instance holds. Only the current secret will do: a copy gets none.
     *
     * @throws LicensingException when the license or the instance is not active, the secret is not the instance's current
     *     one, its lease is over, or no file is issued for the license
     */
    @Unaudited("the events of instances are its record")
    public OfflineLicenseView lend(UUID instanceId, String secretHash, OfflineWish wish, String address) {
        UUID licenseId = instances.find(instanceId).map(Instance::licenseId).orElseThrow(SeatLoanService::unknown);
        License license = licenses.requireLocked(licenseId);
        Instance instance = instances.findLocked(instanceId).orElseThrow(SeatLoanService::unknown);
        Instant now = clock.instant();
        license.refusalAt(now).or(instance::inactivity).ifPresent(refusal -> {
            throw new LicensingException(refusal, Map.of());
        });
        if (!instance.isCurrent(secretHash)) {
            throw new LicensingException(LicensingRefusal.STALE, Map.of());
        }
        if (!instance.holdsSeatAt(now)) {
            throw new LicensingException(LicensingRefusal.LAPSED, Map.of());
        }
        desk.requireUsable(license, instance.releaseDate(), instance.deploymentId(), instance.seatClass(), now);
        OfflineLicense file = desk.issue(license, instance, wish, address, now);
        return OfflineLicenseView.of(file, instance, now).with(file);
    }

    private static LicensingException unknown() {
        return new LicensingException(LicensingRefusal.INSTANCE_NOT_FOUND, Map.of());
    }
}
