package org.chancery.service.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.payment.PaymentMethod;
import org.chancery.model.payment.PaymentMethods;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.payment.port.AttachedMethod;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.Roles;

/** Where payment methods are kept, and which of an account's is the default: one, whatever happens at once. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING})
public class MethodShelfService {

    private final PaymentMethods methods;
    private final Accounts accounts;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public MethodShelfService(
            PaymentMethods methods, Accounts accounts, Caller caller, AuditTrail audit, Ids ids, Clock clock) {
        this.methods = methods;
        this.accounts = accounts;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public MethodShelfService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /** Keeps what was attached, as the default from now on. */
    @Audited("payment-method.attach")
    public PaymentMethodView keep(UUID accountId, AttachedMethod attached) {
        caller.requireAccount(accountId);
        accounts.requireLocked(accountId);
        return PaymentMethodView.of(shelve(accountId, attached));
    }

    /**
     * As {@link #keep}, for what came from a visit to the provider's page: each visit brings one method, however often the
     * customer comes back from it.
     *
     * @param setup the provider's reference of the visit
     */
    @Audited("payment-method.attach")
    public PaymentMethodView keepOnce(UUID accountId, String setup, AttachedMethod attached) {
        caller.requireAccount(accountId);
        accounts.requireLocked(accountId);
        PaymentMethod method = methods.findBySetup(setup).orElse(null);
        if (method == null) {
            method = shelve(accountId, attached);
            method.recordSetup(setup);
        }
        return PaymentMethodView.of(method);
    }

    private PaymentMethod shelve(UUID accountId, AttachedMethod attached) {
        PaymentMethod method = new PaymentMethod(
                ids.next(),
                accountId,
                attached.type(),
                attached.reference(),
                attached.brand(),
                attached.last4(),
                clock.instant());
        methods.ofAccount(accountId).forEach(PaymentMethod::stepBack);
        method.becomeDefault();
        methods.add(method);
        audit.record("payment-method.attach", accountId, method.id(), null, describe(method));
        return method;
    }

    /**
     * Charges this one from now on when no other is named.
     *
     * @throws NotFoundException when the account has no such method
     */
    @Audited("payment-method.default")
    public PaymentMethodView makeDefault(UUID accountId, UUID methodId) {
        caller.requireAccount(accountId);
        accounts.requireLocked(accountId);
        PaymentMethod chosen = methods.ofAccount(accountId).stream()
                .filter(method -> method.id().equals(methodId))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("payment method", methodId));
        methods.ofAccount(accountId).forEach(PaymentMethod::stepBack);
        chosen.becomeDefault();
        audit.record("payment-method.default", accountId, methodId, null, describe(chosen));
        return PaymentMethodView.of(chosen);
    }

    private static String describe(PaymentMethod method) {
        return method.type().word() + " " + method.brand() + " " + method.last4();
    }
}
