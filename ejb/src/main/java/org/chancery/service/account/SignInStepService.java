package org.chancery.service.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.AttemptWindow;
import org.chancery.model.account.AttemptWindows;
import org.chancery.model.account.LoginCode;
import org.chancery.model.account.LoginCodes;
import org.chancery.model.account.RateScope;
import org.chancery.model.account.SignInPlace;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.Ids;
import org.chancery.service.notification.MailOrder;
import org.chancery.service.notification.OutboxService;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Unaudited;

/**
 * The steps of a sign-in that must last although the sign-in itself is refused: counting. Each is a transaction of its
 * own and answers instead of throwing, because throwing would undo the count.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInStepService {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(2);

    private final LoginCodes codes;
    private final AttemptWindows windows;
    private final OutboxService outbox;
    private final SecretHasher hasher;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public SignInStepService(
            LoginCodes codes,
            AttemptWindows windows,
            OutboxService outbox,
            SecretHasher hasher,
            Ids ids,
            @MachineTime Clock clock) {
        this.codes = codes;
        this.windows = windows;
        this.outbox = outbox;
        this.hasher = hasher;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public SignInStepService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /**
     * A sign-in that is about to begin.
     *
     * @param attemptHash the hash of the browser's attempt cookie
     * @param network the caller's network address as the limits count it
     * @param code the eight digits, to be mailed
     * @param mailed false when the code reaches its reader in another way
     */
    public record Beginning(
            EmailAddress email, SignInPlace place, String network, String attemptHash, String code, boolean mailed) {

        /** Without address and code. */
        @Override
        public String toString() {
            return "Beginning[" + place + "]";
        }
    }

    /**
     * What a try came to.
     *
     * @param codeId the code that may now be compared; empty unless granted
     * @param pause how long to wait; empty unless it came too soon
     */
    public record TryTaken(Optional<UUID> codeId, Optional<Duration> pause) {}

    /**
     * Counts, makes the address's one live code and queues its mail: the same work for every address, known or not. The
     * lock on the address's counter lasts until all is stored, so that two beginnings never race for the one live code.
     *
     * @return empty when it began, else how long to wait
     */
    @Unaudited("a code that was asked for proves nothing yet")
    public Optional<Duration> begin(Beginning beginning) {
        Optional<Duration> wait = count(RateScope.CODES_FROM_NETWORK, beginning.network());
        if (wait.isEmpty()) {
            wait = count(RateScope.CODES_TO_ADDRESS, beginning.email().text());
        }
        if (wait.isEmpty()) {
            store(beginning);
        }
        return wait;
    }

    /** Takes one of the five tries of the attempt's code, before anything is compared. */
    @Unaudited("a try proves nothing yet")
    public TryTaken takeTry(String attemptHash, SignInPlace place) {
        Instant now = clock.instant();
        Optional<LoginCode> found = codes.findLocked(attemptHash, place);
        if (found.isEmpty()) {
            return new TryTaken(Optional.empty(), Optional.empty());
        }
        LoginCode code = found.get();
        return switch (code.takeTry(now)) {
            case GRANTED -> new TryTaken(Optional.of(code.id()), Optional.empty());
            case WAIT -> new TryTaken(Optional.empty(), Optional.of(Duration.between(now, code.nextTryAt())));
            case OVER -> new TryTaken(Optional.empty(), Optional.empty());
        };
    }

    /** Counts one more of something limited. @return empty when it is allowed, else how long to wait */
    @Unaudited("counts only")
    public Optional<Duration> count(RateScope scope, String subject) {
        Instant now = clock.instant();
        String subjectHash = hasher.hash("rate:" + scope + ":" + subject);
        return windows.findLocked(scope, subjectHash)
                .orElseGet(() -> firstWindow(scope, subjectHash, now))
                .hit(now);
    }

    /** Forgets codes and counts that are of no use any more. @return how many rows went */
    @Unaudited("housekeeping")
    public int forgetOld() {
        Instant oldest = clock.instant().minus(FORGOTTEN_AFTER);
        return codes.deleteExpiredBefore(oldest) + windows.deleteIdleSince(oldest);
    }

    private void store(Beginning beginning) {
        LoginCode code = new LoginCode(
                ids.next(),
                beginning.email(),
                beginning.place(),
                SignInCodes.hash(hasher, beginning.attemptHash(), beginning.code()),
                beginning.attemptHash(),
                clock.instant());
        codes.retire(beginning.email());
        codes.add(code);
        if (beginning.mailed()) {
            String template = beginning.place() == SignInPlace.CONSOLE ? "console-sign-in" : "sign-in";
            Map<String, String> values = Map.of("code", beginning.code());
            outbox.enqueue(new MailOrder(beginning.email(), template, "en", values, code.expiresAt()));
        }
    }

    private AttemptWindow firstWindow(RateScope scope, String subjectHash, Instant now) {
        AttemptWindow window = new AttemptWindow(ids.next(), scope, subjectHash, now);
        windows.add(window);
        return window;
    }
}
