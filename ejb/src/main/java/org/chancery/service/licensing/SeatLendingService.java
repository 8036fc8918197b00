package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.OfflineBinding;
import org.chancery.service.licensing.domain.MessageForm;
import org.chancery.service.licensing.domain.OfflinePolicy;
import org.chancery.service.platform.Unaudited;

/**
 * What a running instance asks before it leaves the network. Open to everybody, since the secret in the message decides;
 * checks the form and counts wrong secrets around the transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SeatLendingService {

    private final SeatLoanService loans;
    private final RateLimits limits;

    @Inject
    public SeatLendingService(SeatLoanService loans, RateLimits limits) {
        this.loans = loans;
        this.limits = limits;
    }

    @SuppressWarnings("NullAway")
    public SeatLendingService() { // the EJB proxy needs it
        this(null, null);
    }

    /**
     * Turns the seat of a running instance into a file.
     *
     * @throws org.chancery.model.platform.DomainException as the protocol's table of refusals says
     */
    @Unaudited("the events of instances are its record")
    public OfflineLicenseView lend(LendSeat message) {
        MessageForm form = new MessageForm();
        Duration ttl = form.seconds("ttl", message.ttl(), OfflinePolicy.SHORTEST, OfflinePolicy.LONGEST);
        OfflineBinding binding = form.binding("bind", message.bindType(), message.bindValue());
        String returnHash = form.optionalHash("returnHash", message.returnHash());
        form.requireValid();
        UUID id = idOf(message.instanceId());
        try {
            OfflineWish wish = new OfflineWish(ttl, binding, returnHash, null);
            return loans.lend(id, message.checkSecret().sha256(), wish, message.address());
        } catch (LicensingException refused) {
            if (refused.refusal() == LicensingRefusal.STALE) {
                limits.countWrongCheckSecret(message.address(), message.instanceId());
            }
            throw refused;
        }
    }

    /** Ids are ours, so whatever is not of their form names nothing. */
    private static UUID idOf(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // told below, as every id that names nothing
        }
        throw new LicensingException(LicensingRefusal.INSTANCE_NOT_FOUND, Map.of());
    }
}
