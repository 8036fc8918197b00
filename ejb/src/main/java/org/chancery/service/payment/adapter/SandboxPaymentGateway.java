package org.chancery.service.payment.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.payment.port.AttachedMethod;
import org.chancery.service.payment.port.ChargeOrder;
import org.chancery.service.payment.port.ChargeOutcome;
import org.chancery.service.payment.port.PaymentGateway;
import org.chancery.service.platform.ChanceryConfig;

/** The sandbox's provider: no money moves, the test tokens of {@link SandboxTokens} decide. Not there in production. */
@ApplicationScoped
public class SandboxPaymentGateway implements PaymentGateway {

    /** Half a unit of most currencies, as Stripe has it for euros and dollars. */
    private static final long LEAST = 50;

    private final SandboxChargeService charges;
    private final SandboxSetupService setups;
    private final ChanceryConfig config;

    @Inject
    public SandboxPaymentGateway(SandboxChargeService charges, SandboxSetupService setups, ChanceryConfig config) {
        this.charges = charges;
        this.setups = setups;
        this.config = config;
    }

    @SuppressWarnings("NullAway")
    protected SandboxPaymentGateway() { // the CDI proxy needs it
        this(null, null, null);
    }

    @Override
    public boolean isReady() {
        return config.isSandbox();
    }

    @Override
    public Money leastCharge(Currency currency) {
        return new Money(LEAST, currency);
    }

    @Override
    public AttachedMethod attach(UUID accountId, PaymentMethodType type, String token) {
        String reference = SandboxTokens.canonical(token);
        SandboxTokens.Behaviour method = SandboxTokens.find(reference)
                .filter(behaviour -> behaviour.type() == type)
                .orElseThrow(() -> new InvalidRequestException("token", "unknown", "No test token of this type"));
        return new AttachedMethod(type, reference, method.brand(), method.last4());
    }

    @Override
    public String openSetup(UUID accountId, String returnAddress) {
        return setups.open(accountId, returnAddress);
    }

    @Override
    public Optional<AttachedMethod> setupOutcome(UUID accountId, String setup) {
        return setups.outcome(accountId, setup);
    }

    @Override
    public ChargeOutcome charge(ChargeOrder order) {
        return charges.charge(order);
    }

    @Override
    public ChargeOutcome stateOf(UUID paymentId) {
        return charges.stateOf(paymentId);
    }

    @Override
    public ChargeOutcome cancel(UUID paymentId) {
        return charges.cancel(paymentId);
    }
}
