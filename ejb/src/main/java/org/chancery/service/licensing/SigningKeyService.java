package org.chancery.service.licensing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chancery.model.licensing.SigningKey;
import org.chancery.model.licensing.SigningKeyState;
import org.chancery.model.licensing.SigningKeys;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.licensing.port.SigningKeyMaker;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;

/**
 * How an administrator replaces the key that signs, in two steps: the next one is published first, and signs when everybody
 * who verifies by a shipped set of keys has been given it.
 */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class SigningKeyService {

    private final SigningKeys keys;
    private final SigningKeyMaker maker;
    private final Clock clock;
    private final AuditTrail audit;

    @Inject
    public SigningKeyService(SigningKeys keys, SigningKeyMaker maker, @MachineTime Clock clock, AuditTrail audit) {
        this.keys = keys;
        this.maker = maker;
        this.clock = clock;
        this.audit = audit;
    }

    @SuppressWarnings("NullAway")
    public SigningKeyService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /** All keys, the newest first. */
    @ReadOnly
    public List<SigningKeyRow> list() {
        return keys.all().stream().map(SigningKeyRow::of).toList();
    }

    /**
     * Makes and publishes the key that will sign next.
     *
     * @return its name
     * @throws DomainException as a conflict, when one is waiting already
     */
    @Audited("signing-key.prepare")
    public String prepare() {
        if (next().isPresent()) {
            throw new DomainException(CommonRefusal.CONFLICT, "A key is waiting already");
        }
        SigningKey made = maker.make();
        keys.add(made);
        audit.record("signing-key.prepare", null, made.kid(), null, made.kid());
        return made.kid();
    }

    /**
     * Signs with the prepared key from now on, on every node within a minute; the one so far goes on verifying.
     *
     * @param kid the key that was seen to be the next
     * @throws DomainException as a conflict, when it is not the one that waits
     */
    @Audited("signing-key.rotate")
    public void rotate(String kid) {
        SigningKey next = next().filter(key -> key.kid().equals(kid))
                .orElseThrow(() -> new DomainException(CommonRefusal.CONFLICT, "No such key is waiting"));
        String before = keys.find(SigningKeyState.SIGNING).map(SigningKey::kid).orElse(null);
        keys.handOver(next, clock.instant());
        audit.record("signing-key.rotate", null, next.kid(), before, next.kid());
    }

    private Optional<SigningKey> next() {
        return keys.find(SigningKeyState.NEXT);
    }
}
