package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualLicenses;
import org.chancery.model.perpetual.PerpetualLicenses.Expiry;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what was not paid in time. A step that is not due any more does nothing, so a second run is harmless. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class PerpetualTurnService {

    private static final Logger LOG = LoggerFactory.getLogger(PerpetualTurnService.class);

    private final Accounts accounts;
    private final PerpetualLicenses perpetuals;
    private final PerpetualEndings endings;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public PerpetualTurnService(
            Accounts accounts, PerpetualLicenses perpetuals, PerpetualEndings endings, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.perpetuals = perpetuals;
        this.endings = endings;
        this.audit = audit;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public PerpetualTurnService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /** What falls due first, by then; empty when nothing does. */
    @ReadOnly
    public Optional<Expiry> next(Instant until) {
        return perpetuals.nextExpiry(until);
    }

    /** What is due now, the longest waiting first. */
    @ReadOnly
    public List<UUID> due(int limit) {
        return perpetuals.expiring(clock.instant(), limit);
    }

    /** Ends what waited too long for its payment, when it did. */
    @Audited("perpetual.turn")
    public void turn(UUID perpetualId) {
        UUID accountId = perpetuals
                .accountOf(perpetualId)
                .orElseThrow(() -> new NotFoundException("perpetual license", perpetualId));
        accounts.requireLocked(accountId);
        PerpetualLicense perpetual = perpetuals.requireLocked(perpetualId);
        Instant now = clock.instant();
        if (perpetual.expiresAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            return;
        }
        String before = perpetual.status().word();
        endings.expire(perpetual, now);
        audit.record(
                "perpetual.turn",
                accountId,
                perpetualId,
                before,
                perpetual.status().word());
        LOG.info("perpetual.turned perpetual={} status={}", perpetualId, perpetual.status());
    }

    /** Leaves one alone whose step failed, so that it is looked at rather than guessed about. */
    @Audited("perpetual.park")
    public void park(UUID perpetualId) {
        PerpetualLicense perpetual = perpetuals.requireLocked(perpetualId);
        perpetual.park(clock.instant());
        audit.record("perpetual.park", perpetual.accountId(), perpetualId, null, "parked");
    }
}
