package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.licensing.port.PublicJwk;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;

/** Publishes what clients need to know of us: our addresses, and the keys that verify leases and denials. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyService {

    private static final long USUAL_CHECK_INTERVAL = 3600;

    private final LeaseSigner signer;
    private final ChanceryConfig config;
    private final Clock clock;

    @Inject
    public KeyService(LeaseSigner signer, ChanceryConfig config, Clock clock) {
        this.signer = signer;
        this.config = config;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public KeyService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /** Every public key, the signing one first. */
    @ReadOnly
    public List<PublicJwk> publicKeys() {
        return signer.publicKeys();
    }

    /** What a client needs to know before its first call. */
    @ReadOnly
    public LicenseConfiguration configuration() {
        String base = config.baseUrl().toString();
        return new LicenseConfiguration(
                base,
                base + "/.well-known/jwks.json",
                base + "/api/v1",
                USUAL_CHECK_INTERVAL,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
