package org.chancery.service.licensing.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.chancery.model.licensing.SigningKey;
import org.chancery.service.licensing.port.SigningKeyMaker;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Vault;

/** Makes Ed25519 keys (RFC 8032), encrypted under the master key. */
@ApplicationScoped
public class Ed25519KeyMaker implements SigningKeyMaker {

    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public Ed25519KeyMaker(Vault vault, SecureRandom random, @MachineTime Clock clock) {
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Ed25519KeyMaker() { // the CDI proxy needs it
        this(null, null, null);
    }

    @Override
    public SigningKey make() {
        Ed25519PrivateKeyParameters pair = new Ed25519PrivateKeyParameters(random);
        byte[] publicKey = pair.generatePublicKey().getEncoded();
        return new SigningKey(
                KeyRing.thumbprint(publicKey), publicKey, vault.encrypt(pair.getEncoded()), clock.instant());
    }
}
