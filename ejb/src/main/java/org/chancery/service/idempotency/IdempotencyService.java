package org.chancery.service.idempotency;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.idempotency.IdempotentCall;
import org.chancery.model.idempotency.IdempotentCalls;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Unaudited;
import org.chancery.service.platform.Vault;

/**
 * Remembers calls and their answers, each step in a transaction of its own, so that what is remembered does not hang on
 * the fate of the call.
 */
@Stateless
@PermitAll
public class IdempotencyService {

    private static final int SWEEP = 500;

    private final IdempotentCalls calls;
    private final SecretHasher hasher;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public IdempotencyService(
            IdempotentCalls calls, SecretHasher hasher, Vault vault, Ids ids, @MachineTime Clock clock) {
        this.calls = calls;
        this.hasher = hasher;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public IdempotencyService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /**
     * The kept answer to a call like this one.
     *
     * @return empty when the key is new
     * @throws DomainException when the key was used with another body, or its first call still runs
     */
    @Unaudited("remembers a call, changes nothing of the business")
    @TransactionAttribute(REQUIRES_NEW)
    public Optional<byte[]> answerOf(KeyedCall call) {
        Optional<IdempotentCall> known = find(call);
        if (known.isPresent() && known.get().isForgottenAt(clock.instant())) {
            calls.remove(known.get().id());
            return Optional.empty();
        }
        return known.map(k -> vault.decrypt(k.answerTo(call.bodyHash())));
    }

    /**
     * Remembers that this call has begun.
     *
     * @return the id to end or forget it by
     * @throws DomainException in progress, when another call took the key in the same moment: ask {@link #answerOf} again
     */
    @Unaudited("remembers a call, changes nothing of the business")
    @TransactionAttribute(REQUIRES_NEW)
    public UUID begin(KeyedCall call) {
        IdempotentCall begun = new IdempotentCall(
                ids.next(), hasher.hash(call.caller()), call.path(), call.key(), call.bodyHash(), clock.instant());
        calls.add(begun);
        return begun.id();
    }

    /** Keeps the answer for repetitions, encrypted, for it may hold a secret. */
    @Unaudited("remembers a call, changes nothing of the business")
    @TransactionAttribute(REQUIRES_NEW)
    public void end(UUID id, byte[] answer) {
        calls.find(id).ifPresent(call -> call.end(vault.encrypt(answer)));
    }

    /** Forgets a call that changed nothing, so that its key can be used again. */
    @Unaudited("remembers a call, changes nothing of the business")
    @TransactionAttribute(REQUIRES_NEW)
    public void forget(UUID id) {
        calls.remove(id);
    }

    /** Removes a bounded number of keys older than a day. @return how many */
    @Unaudited("housekeeping")
    public int sweep() {
        Instant oldest = clock.instant().minus(IdempotentCall.KEPT);
        return calls.removeStartedBefore(oldest, SWEEP);
    }

    private Optional<IdempotentCall> find(KeyedCall call) {
        return calls.find(hasher.hash(call.caller()), call.path(), call.key());
    }
}
