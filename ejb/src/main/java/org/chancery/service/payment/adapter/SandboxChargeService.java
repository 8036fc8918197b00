package org.chancery.service.payment.adapter;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.SandboxCharge;
import org.chancery.model.payment.SandboxCharges;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.payment.adapter.SandboxTokens.Behaviour;
import org.chancery.service.payment.adapter.SandboxTokens.Conduct;
import org.chancery.service.payment.port.ChargeOrder;
import org.chancery.service.payment.port.ChargeOutcome;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.Unaudited;

/**
 * The far side of the sandbox's provider. Each call has a transaction of its own, as it would have in another company's
 * database: what it says stays said, whatever happens to us afterwards.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SandboxChargeService {

    /** How long a debit is on its way, by the sandbox's clock. */
    static final Duration DEBIT_TAKES = Duration.ofMinutes(3);

    private final SandboxCharges charges;
    private final ChanceryConfig config;
    private final Clock clock;

    @Inject
    public SandboxChargeService(SandboxCharges charges, ChanceryConfig config, Clock clock) {
        this.charges = charges;
        this.config = config;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public SandboxChargeService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /** The first call under a key decides; every other gets the answer that holds by then. */
    @Unaudited("the make-believe provider is not ours")
    public ChargeOutcome charge(ChargeOrder order) {
        SandboxCharge charge = charges.findLocked(order.paymentId()).orElseGet(() -> begin(order));
        return outcomeOf(charge);
    }

    /** What became of it, absent when it never arrived. */
    @Unaudited("the make-believe provider is not ours")
    public ChargeOutcome stateOf(UUID paymentId) {
        return charges.findLocked(paymentId).map(this::outcomeOf).orElse(ChargeOutcome.ABSENT);
    }

    /** Nobody waits for the customer any more. */
    @Unaudited("the make-believe provider is not ours")
    public ChargeOutcome cancel(UUID paymentId) {
        return update(paymentId, charge -> charge.refuse(Decline.ABANDONED));
    }

    /**
     * The customer answers the bank's question.
     *
     * @return false when nobody is asked: answered already, or given up
     * @throws NotFoundException when there is no such charge, and in production
     */
    @Unaudited("the make-believe provider is not ours")
    public boolean answer(UUID paymentId, boolean confirmed) {
        SandboxCharge charge = require(paymentId);
        return confirmed ? charge.confirm() : charge.refuse(Decline.AUTHENTICATION_FAILED);
    }

    private ChargeOutcome update(UUID paymentId, Consumer<SandboxCharge> change) {
        return charges.findLocked(paymentId)
                .map(charge -> {
                    change.accept(charge);
                    return outcomeOf(charge);
                })
                .orElse(ChargeOutcome.ABSENT);
    }

    private SandboxCharge require(UUID paymentId) {
        if (!config.isSandbox()) {
            throw new NotFoundException("sandbox charge", paymentId);
        }
        return charges.findLocked(paymentId).orElseThrow(() -> new NotFoundException("sandbox charge", paymentId));
    }

    private SandboxCharge begin(ChargeOrder order) {
        Behaviour behaviour = SandboxTokens.find(order.methodReference())
                .orElseThrow(() -> new IllegalStateException("Attached without a meaning: " + order.methodReference()));
        SandboxCharge charge = new SandboxCharge(
                order.paymentId(),
                order.methodReference(),
                order.amount(),
                stateOf(behaviour),
                behaviour.decline(),
                behaviour.conduct() == Conduct.LATER ? clock.instant().plus(DEBIT_TAKES) : null);
        charges.add(charge);
        return charge;
    }

    private static SandboxCharge.State stateOf(Behaviour behaviour) {
        return switch (behaviour.conduct()) {
            case AT_ONCE -> behaviour.decline() == null ? SandboxCharge.State.SUCCEEDED : SandboxCharge.State.DECLINED;
            case AFTER_CONFIRMATION -> SandboxCharge.State.WAITING;
            case LATER -> SandboxCharge.State.PROCESSING;
        };
    }

    private ChargeOutcome outcomeOf(SandboxCharge charge) {
        charge.advance(clock.instant());
        return switch (charge.state()) {
            case SUCCEEDED -> ChargeOutcome.SUCCEEDED;
            case DECLINED -> ChargeOutcome.declined(charge.decline().orElse(Decline.CARD_DECLINED));
            case WAITING ->
                ChargeOutcome.needsConfirmation(config.baseUrl() + "/sandbox/confirm/" + charge.paymentId());
            case PROCESSING -> ChargeOutcome.PROCESSING;
        };
    }
}
