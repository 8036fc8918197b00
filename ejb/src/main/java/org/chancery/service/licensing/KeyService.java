package org.chancery.service.licensing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.licensing.port.PublicJwk;
import org.chancery.service.platform.ReadOnly;

/** Publishes the keys with which clients verify leases and denials. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyService {

    private final LeaseSigner signer;

    @Inject
    public KeyService(LeaseSigner signer) {
        this.signer = signer;
    }

    @SuppressWarnings("NullAway")
    public KeyService() { // the EJB proxy needs it
        this(null);
    }

    /** Every public key, the signing one first. */
    @ReadOnly
    public List<PublicJwk> publicKeys() {
        return signer.publicKeys();
    }
}
