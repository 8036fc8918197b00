package org.chancery.service.licensing.adapter;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.chancery.model.licensing.SigningKey;
import org.chancery.model.licensing.SigningKeyState;
import org.chancery.model.licensing.SigningKeys;
import org.chancery.service.licensing.port.CannotSignException;
import org.chancery.service.licensing.port.SigningKeyMaker;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Unaudited;

/** The signing keys as they lie in the database, still sealed. Makes the first one when it is needed. */
@Stateless
@PermitAll
public class KeyStoreService {

    private final SigningKeys keys;
    private final SigningKeyMaker maker;
    private final Clock clock;

    @Inject
    public KeyStoreService(SigningKeys keys, SigningKeyMaker maker, @MachineTime Clock clock) {
        this.keys = keys;
        this.maker = maker;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public KeyStoreService() { // the EJB proxy needs it
        this(null, null, null);
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
        if (all.stream().allMatch(key -> key.state() == SigningKeyState.NEXT)) { // as good as none
            if (keys.hasSigned()) {
                throw new CannotSignException("There is no signing key, though something was signed");
            }
            keys.handOver(keys.find(SigningKeyState.NEXT).orElseGet(this::made), clock.instant());
            all = keys.all();
        }
        if (all.stream().noneMatch(SigningKey::isSigning)) {
            throw new CannotSignException("None of the signing keys signs");
        }
        return all.stream().map(SealedKey::of).toList();
    }

    private SigningKey made() {
        SigningKey first = maker.make();
        keys.add(first);
        return first;
    }
}
