package org.chancery.service.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.Operator;
import org.chancery.model.account.Operators;
import org.chancery.model.account.RateScope;
import org.chancery.model.account.SignInPlace;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How operators come in: a code by mail, then a second factor. Between the two nobody is signed in; the browser's
 * attempt cookie and the used code carry the way. The sandbox asks for a second factor only where one was set up.
 */
@Stateless
@PermitAll
public class OperatorSignInService {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorSignInService.class);

    private final SignInDoor door;
    private final RateGuard guard;
    private final Operators operators;
    private final SecondFactors secondFactors;
    private final ChanceryConfig config;
    private final AuditTrail audit;

    @Inject
    public OperatorSignInService(
            SignInDoor door,
            RateGuard guard,
            Operators operators,
            SecondFactors secondFactors,
            ChanceryConfig config,
            AuditTrail audit) {
        this.door = door;
        this.guard = guard;
        this.operators = operators;
        this.secondFactors = secondFactors;
        this.config = config;
        this.audit = audit;
    }

    @SuppressWarnings("NullAway")
    public OperatorSignInService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /**
     * Mails a code to the address; all addresses look alike. While production has no mail host, the code of a known
     * operator goes to the server's log instead: that is how the first one comes in.
     *
     * @throws DomainException as {@link SignInService#start}
     */
    @Unaudited("a code that was asked for proves nothing yet")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void start(@Nullable String email, String network, String attempt) {
        EmailAddress address = EmailAddress.require("email", email);
        boolean mailed = config.isSandbox() || config.smtp() != null;
        String code = door.begin(address, SignInPlace.CONSOLE, network, attempt, mailed);
        if (!mailed) {
            operators
                    .findByEmail(address)
                    .ifPresent(operator -> LOG.warn("console.sign_in_code operator={} code={}", operator.id(), code));
        }
    }

    /**
     * Uses up the mailed code and says what comes next.
     *
     * @throws DomainException when the code is not accepted; 301 when the proven address is no operator's
     */
    @Audited("operator.sign-in")
    public OperatorSignIn finish(String attempt, @Nullable String code) {
        SignInDoor.Proof proof = door.prove(attempt, SignInPlace.CONSOLE, code);
        Operator operator = operatorOf(proof);
        if (operator.hasSecondFactor()) {
            return new OperatorSignIn(OperatorSignIn.Stage.ASK_SECOND_FACTOR, null);
        }
        if (!config.isSandbox()) {
            return new OperatorSignIn(OperatorSignIn.Stage.SET_UP_SECOND_FACTOR, null);
        }
        door.complete(proof);
        audit.record("operator.sign-in", null, operator.id(), null, "code");
        return new OperatorSignIn(OperatorSignIn.Stage.SIGNED_IN, SignedInOperator.of(operator, List.of()));
    }

    /**
     * The second factor: six digits of the app, or a recovery code.
     *
     * @throws DomainException when it is not accepted, or 113 after too many
     */
    @Audited("operator.sign-in")
    public SignedInOperator confirm(String attempt, String typed) {
        SignInDoor.Proof proof = requireProof(attempt);
        Operator operator = operators.requireLocked(operatorOf(proof).id());
        guard.count(RateScope.SECOND_FACTORS, operator.id().toString());
        if (!secondFactors.accept(operator, typed)) {
            throw SignInDoor.notAccepted();
        }
        door.complete(proof);
        audit.record("operator.sign-in", null, operator.id(), null, "code and second factor");
        return SignedInOperator.of(operator, List.of());
    }

    /**
     * Begins, or begins anew, to set up the second factor.
     *
     * @throws DomainException when there is one already
     */
    @Unaudited("a secret that no code has confirmed opens nothing")
    public SecondFactorSetup setUp(String attempt) {
        Operator operator =
                operators.requireLocked(operatorOf(requireProof(attempt)).id());
        return secondFactors.begin(operator);
    }

    /**
     * The set-up that this browser began, unchanged: after a wrong code the app need not scan anew.
     *
     * @throws DomainException when none was begun
     */
    @ReadOnly
    public SecondFactorSetup resumeSetUp(String attempt) {
        return secondFactors.resume(operatorOf(requireProof(attempt)));
    }

    /**
     * Finishes the set-up with the first code of the app and signs in. The answer holds the ten recovery codes, shown
     * now and never again.
     *
     * @throws DomainException when the code is not accepted, or 113 after too many
     */
    @Audited("operator.second-factor")
    public SignedInOperator confirmSetUp(String attempt, String typed) {
        SignInDoor.Proof proof = requireProof(attempt);
        Operator operator = operators.requireLocked(operatorOf(proof).id());
        guard.count(RateScope.SECOND_FACTORS, operator.id().toString());
        List<String> recoveryCodes = secondFactors.complete(operator, typed).orElseThrow(SignInDoor::notAccepted);
        door.complete(proof);
        audit.record("operator.second-factor", null, operator.id(), null, "set up");
        return SignedInOperator.of(operator, recoveryCodes);
    }

    /** The operator as of now, for sessions that outlive a change: empty when the operator is gone. */
    @ReadOnly
    public Optional<SignedInOperator> revalidate(UUID operatorId) {
        return operators.find(operatorId).map(operator -> SignedInOperator.of(operator, List.of()));
    }

    private SignInDoor.Proof requireProof(String attempt) {
        return door.waitingProof(attempt)
                .orElseThrow(() -> new DomainException(
                        AccountRefusal.CODE_NOT_ACCEPTED, "No proven address waits for a second factor here"));
    }

    private Operator operatorOf(SignInDoor.Proof proof) {
        return operators
                .findByEmail(proof.email())
                .orElseThrow(() -> new DomainException(CommonRefusal.FORBIDDEN, "The address is no operator's"));
    }
}
