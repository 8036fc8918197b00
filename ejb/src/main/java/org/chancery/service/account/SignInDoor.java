package org.chancery.service.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.LoginCode;
import org.chancery.model.account.LoginCodes;
import org.chancery.model.account.SignInPlace;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.account.domain.NetworkAddress;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.SecretHasher;
import org.jspecify.annotations.Nullable;

/** Proves that a person reads the mail of an address, in the browser where that was begun; the same for both doors. */
@ApplicationScoped
class SignInDoor {

    private static final int MIN_ATTEMPT = 22; // 128 random bits in base64url
    private static final int MAX_ATTEMPT = 128;

    private final LoginCodes codes;
    private final SignInStepService steps;
    private final RateGuard guard;
    private final SecretHasher hasher;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    SignInDoor(
            LoginCodes codes,
            SignInStepService steps,
            RateGuard guard,
            SecretHasher hasher,
            SecureRandom random,
            @MachineTime Clock clock) {
        this.codes = codes;
        this.steps = steps;
        this.guard = guard;
        this.hasher = hasher;
        this.random = random;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SignInDoor() { // the CDI proxy needs it
        this(null, null, null, null, null, null);
    }

    /** An address that was proven, by a code that is used up now. */
    record Proof(UUID codeId, EmailAddress email) {}

    /**
     * Makes a code for the address and this browser. Takes no transaction along: its own steps commit.
     *
     * @param mailed false when the caller hands the code on in another way
     * @return the code
     * @throws InvalidRequestException when the address is none
     * @throws DomainException 113 when there were too many
     */
    public String begin(EmailAddress email, SignInPlace place, String network, String attempt, boolean mailed) {
        String code = SignInCodes.draw(random);
        guard.begin(new SignInStepService.Beginning(
                email, place, NetworkAddress.counted(network), attemptHash(attempt), code, mailed));
        return code;
    }

    /**
     * Uses up the code, in the caller's transaction: if that fails later on, the code was not used.
     *
     * @throws DomainException when the code is not accepted, whatever the reason, or 113 when it came too soon
     */
    public Proof prove(String attempt, SignInPlace place, @Nullable String typed) {
        String attemptHash = attemptHash(attempt);
        String code = SignInCodes.read(typed).orElseThrow(SignInDoor::notAccepted);
        SignInStepService.TryTaken taken = steps.takeTry(attemptHash, place);
        if (taken.pause().isPresent()) {
            throw RateGuard.tooMany(taken.pause().get());
        }
        UUID codeId = taken.codeId().orElseThrow(SignInDoor::notAccepted);
        if (!codes.consume(codeId, SignInCodes.hash(hasher, attemptHash, code), clock.instant())) {
            throw notAccepted();
        }
        EmailAddress email = codes.findLocked(attemptHash, place)
                .orElseThrow(SignInDoor::notAccepted)
                .email();
        return new Proof(codeId, email);
    }

    /** The proof of this browser that still waits for its second factor, locked. */
    public Optional<Proof> waitingProof(String attempt) {
        return codes.findLocked(attemptHash(attempt), SignInPlace.CONSOLE)
                .filter(code -> code.awaitsSecondFactorAt(clock.instant()))
                .map(SignInDoor::proofOf);
    }

    /** Ends the wait. @throws DomainException when another request was faster */
    public void complete(Proof proof) {
        if (!codes.complete(proof.codeId(), clock.instant())) {
            throw notAccepted();
        }
    }

    static DomainException notAccepted() {
        return new DomainException(AccountRefusal.CODE_NOT_ACCEPTED, "Wrong, used, too old or of another browser");
    }

    private static Proof proofOf(LoginCode code) {
        return new Proof(code.id(), code.email());
    }

    private String attemptHash(String attempt) {
        if (attempt.length() < MIN_ATTEMPT || attempt.length() > MAX_ATTEMPT) {
            throw notAccepted();
        }
        return hasher.hash("attempt:" + attempt);
    }
}
