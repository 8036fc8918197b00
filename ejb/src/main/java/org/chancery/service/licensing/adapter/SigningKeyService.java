package org.chancery.service.licensing.adapter;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.chancery.model.licensing.SigningKey;
import org.chancery.model.licensing.SigningKeys;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.licensing.port.CannotSignException;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;
import org.chancery.service.platform.Vault;

/**
 * Keeps the signing keys in the database: makes the first one when it is needed, replaces it when an operator asks.
 * Private keys are encrypted under the master key; this service never hands one out in the clear.
 */
@Stateless
@PermitAll
public class SigningKeyService {

    private final SigningKeys keys;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;
    private final AuditTrail audit;

    @Inject
    public SigningKeyService(
            SigningKeys keys, Vault vault, SecureRandom random, @MachineTime Clock clock, AuditTrail audit) {
        this.keys = keys;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
        this.audit = audit;
    }

    @SuppressWarnings("NullAway")
    public SigningKeyService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /**
     * Reads all keys, making the first one when nothing was ever signed. When two nodes do that at the same moment, one of
     * them fails on the unique index and has to ask again.
     *
     * @throws CannotSignException when there were keys and none of them signs any more: a lost key is never replaced by
     *     itself
     */
    @Unaudited("the first key belongs to the installation, nobody asked for it")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<SealedKey> loadOrCreate() {
        List<SigningKey> all = keys.all();
        if (all.isEmpty()) {
            if (keys.hasSigned()) {
                throw new CannotSignException("There is no signing key, though something was signed");
            }
            keys.add(newKey());
            all = keys.all();
        }
        if (all.stream().noneMatch(SigningKey::isSigning)) {
            throw new CannotSignException("None of the signing keys signs");
        }
        return all.stream().map(SealedKey::of).toList();
    }

    /** Signs with a new key from now on; the one so far goes on verifying. */
    @Audited("signing-key.rotate")
    @RolesAllowed(Roles.ADMIN)
    public void rotate() {
        Optional<SigningKey> before =
                keys.all().stream().filter(SigningKey::isSigning).findFirst();
        before.ifPresent(SigningKey::retire);
        SigningKey next = newKey();
        keys.add(next);
        audit.record(
                "signing-key.rotate",
                null,
                next.kid(),
                before.map(SigningKey::kid).orElse(null),
                next.kid());
    }

    private SigningKey newKey() {
        Ed25519PrivateKeyParameters pair = new Ed25519PrivateKeyParameters(random);
        byte[] publicKey = pair.generatePublicKey().getEncoded();
        return new SigningKey(
                KeyRing.thumbprint(publicKey), publicKey, vault.encrypt(pair.getEncoded()), clock.instant());
    }
}
