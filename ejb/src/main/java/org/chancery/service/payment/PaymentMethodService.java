package org.chancery.service.payment;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.payment.PaymentMethods;
import org.chancery.model.payment.PaymentRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.payment.port.AttachedMethod;
import org.chancery.service.payment.port.PaymentGateway;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;

/** The cards and bank accounts of a customer: attached at the provider first, then kept here. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING})
public class PaymentMethodService {

    private final PaymentMethods methods;
    private final MethodShelfService shelf;
    private final Accounts accounts;
    private final PaymentGateway gateway;
    private final Caller caller;

    @Inject
    public PaymentMethodService(
            PaymentMethods methods,
            MethodShelfService shelf,
            Accounts accounts,
            PaymentGateway gateway,
            Caller caller) {
        this.methods = methods;
        this.shelf = shelf;
        this.accounts = accounts;
        this.gateway = gateway;
        this.caller = caller;
    }

    @SuppressWarnings("NullAway")
    public PaymentMethodService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /**
     * Attaches a method. It becomes the default: who types a new card wants it charged, most of all after the old one was
     * declined.
     *
     * @param token what the provider's form gave back
     * @throws InvalidRequestException naming {@code token} when the provider does not know it
     * @throws NotFoundException when there is no such account, or it is another's
     * @throws DomainException when the vendor takes no cards
     */
    @Unaudited("keeping it is audited")
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public PaymentMethodView attach(UUID accountId, PaymentMethodType type, String token) {
        requireOpen(accountId);
        AttachedMethod attached = gateway.attach(accountId, type, token);
        return shelf.keep(accountId, attached);
    }

    /**
     * Opens the provider's page for the customer, who comes back to {@link #completeSetup}.
     *
     * @param returnAddress a path of ours, with its query
     * @return where to send the customer
     * @throws IllegalArgumentException when the return address is not a path of ours
     * @throws NotFoundException when there is no such account, or it is another's
     * @throws DomainException when the vendor takes no cards
     */
    @Unaudited("nothing of ours changes until the customer comes back")
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public String openSetup(UUID accountId, String returnAddress) {
        if (!returnAddress.startsWith("/") || returnAddress.startsWith("//")) {
            throw new IllegalArgumentException("Not a path of ours: " + returnAddress);
        }
        requireOpen(accountId);
        return gateway.openSetup(accountId, returnAddress);
    }

    /**
     * Takes over what the customer did on the provider's page; it becomes the default as in {@link #attach}. Coming back a
     * second time brings nothing a second time.
     *
     * @param setup the reference that the provider sent back
     * @return empty when the customer turned back
     * @throws NotFoundException when this account made no such visit
     * @throws DomainException when the vendor takes no cards
     */
    @Unaudited("keeping it is audited")
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public Optional<PaymentMethodView> completeSetup(UUID accountId, String setup) {
        requireOpen(accountId);
        return gateway.setupOutcome(accountId, setup).map(attached -> shelf.keepOnce(accountId, setup, attached));
    }

    /** True when the vendor takes cards and debits at all. */
    @ReadOnly
    @PermitAll // every price page may say it
    public boolean isOffered() {
        return gateway.isReady();
    }

    /**
     * An account's methods, oldest first.
     *
     * @throws NotFoundException when there is no such account, or it is another's
     */
    @ReadOnly
    @RolesAllowed({
        Roles.OWNER,
        Roles.MEMBER,
        Roles.VIEWER,
        Roles.ADMIN,
        Roles.BILLING,
        Roles.SUPPORT,
        Roles.OPERATOR_VIEWER,
        Roles.SYSTEM
    })
    public List<PaymentMethodView> list(UUID accountId) {
        caller.requireAccount(accountId);
        accounts.require(accountId);
        return methods.ofAccount(accountId).stream().map(PaymentMethodView::of).toList();
    }

    private void requireOpen(UUID accountId) {
        caller.requireAccount(accountId);
        accounts.require(accountId);
        if (!gateway.isReady()) {
            throw new DomainException(PaymentRefusal.CHARGE_UNAVAILABLE, "No payment gateway is set up");
        }
    }
}
