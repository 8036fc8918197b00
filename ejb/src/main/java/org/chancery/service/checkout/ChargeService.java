package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.Invoices;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.PaymentMethod;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.payment.Payments;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** The first half of charging an open invoice: the attempt is written down, nothing is sent yet. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING, Roles.SYSTEM})
public class ChargeService {

    /** Providers may forget a key after a day; an older attempt is not sent again. */
    private static final Duration KEY_HOLDS = Duration.ofHours(23);

    private final ChargeAttempts attempts;
    private final Accounts accounts;
    private final Invoices invoices;
    private final Payments payments;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public ChargeService(
            ChargeAttempts attempts,
            Accounts accounts,
            Invoices invoices,
            Payments payments,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.attempts = attempts;
        this.accounts = accounts;
        this.invoices = invoices;
        this.payments = payments;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public ChargeService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null);
    }

    /**
     * Writes down an attempt to collect all that is due on an invoice.
     *
     * @param methodId what to charge, or null for the account's default
     * @throws NotFoundException when there is no such invoice, or it is another's
     * @throws DomainException when it is not open, another attempt is in progress, or there is nothing to charge
     */
    @Audited("invoice.charge")
    public PaymentView begin(UUID invoiceId, @Nullable UUID methodId) {
        UUID accountId = invoices.accountOf(invoiceId).orElseThrow(() -> new NotFoundException("invoice", invoiceId));
        caller.requireAccount(accountId);
        accounts.requireLocked(accountId);
        Invoice invoice = invoices.requireLocked(invoiceId);
        PaymentMethod method = attempts.requireMethod(accountId, methodId);
        Payment attempt = attempts.open(invoice, method, clock.instant());
        audit.record("invoice.charge", accountId, invoiceId, null, "payment " + attempt.id());
        return PaymentView.of(attempt);
    }

    /** True when an attempt that the provider never received is still wanted, exactly as it was written down. */
    @ReadOnly
    public boolean isStillWanted(UUID paymentId) {
        Payment payment = payments.require(paymentId);
        caller.requireAccount(payment.accountId());
        Invoice invoice = invoices.require(payment.invoiceId());
        return payment.status() == PaymentStatus.PENDING
                && clock.instant().isBefore(payment.createdAt().plus(KEY_HOLDS))
                && invoice.amountDue().equals(payment.money());
    }
}
