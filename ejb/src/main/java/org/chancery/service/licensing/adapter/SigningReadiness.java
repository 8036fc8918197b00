package org.chancery.service.licensing.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.ops.port.ReadinessCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node that can't sign can't answer instances, so it is not ready. */
@ApplicationScoped
public class SigningReadiness implements ReadinessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SigningReadiness.class);

    private final LeaseSigner signer;

    @Inject
    public SigningReadiness(LeaseSigner signer) {
        this.signer = signer;
    }

    @SuppressWarnings("NullAway")
    protected SigningReadiness() { // the CDI proxy needs it
        this(null);
    }

    @Override
    public String name() {
        return "signing-keys";
    }

    @Override
    public boolean isReady() {
        try {
            return !signer.publicKeys().isEmpty();
        } catch (RuntimeException e) {
            LOG.error("readiness.failed check=signing-keys", e);
            return false;
        }
    }
}
