package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.PaymentMethod;
import org.chancery.model.payment.PaymentMethods;
import org.chancery.model.payment.PaymentRefusal;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.payment.Payments;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.payment.port.PaymentGateway;
import org.chancery.service.platform.MachineTime;
import org.jspecify.annotations.Nullable;

/** Decides whether an invoice may be charged now, and writes the attempt down before anything is sent. */
@Dependent
class ChargeAttempts {

    /** Nobody answered by then: time to ask, by the machine's clock. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PaymentMethods methods;
    private final Payments payments;
    private final PaymentGateway gateway;
    private final Ids ids;
    private final Clock machineClock;

    @Inject
    ChargeAttempts(
            PaymentMethods methods,
            Payments payments,
            PaymentGateway gateway,
            Ids ids,
            @MachineTime Clock machineClock) {
        this.methods = methods;
        this.payments = payments;
        this.gateway = gateway;
        this.ids = ids;
        this.machineClock = machineClock;
    }

    /**
     * The method to charge.
     *
     * @param methodId which one, or null for the account's default
     * @throws DomainException when the vendor takes no cards, or the account has no method
     */
    PaymentMethod requireMethod(UUID accountId, @Nullable UUID methodId) {
        if (!gateway.isReady()) {
            throw new DomainException(PaymentRefusal.CHARGE_UNAVAILABLE, "No payment gateway is set up");
        }
        if (methodId == null) {
            return methods.findDefault(accountId)
                    .orElseThrow(() -> new DomainException(
                            PaymentRefusal.NO_PAYMENT_METHOD, "Account " + accountId + " has no payment method"));
        }
        Optional<PaymentMethod> chosen = methods.find(methodId);
        return chosen.filter(method -> method.accountId().equals(accountId) && !method.isRemoved())
                .orElseThrow(() -> new InvalidRequestException(
                        "paymentMethod", "unknown", "The account has no such payment method"));
    }

    /** What is charged when nobody names a method; empty without one, or without a provider. */
    Optional<PaymentMethod> defaultMethod(UUID accountId) {
        return gateway.isReady() ? methods.findDefault(accountId) : Optional.empty();
    }

    /** The least that the provider charges, in minor units. */
    Money least(Currency currency) {
        return gateway.leastCharge(currency);
    }

    /** Whether money may still come by an attempt on the invoice. */
    boolean isUnderWay(UUID invoiceId) {
        return payments.ofInvoice(invoiceId).stream().anyMatch(payment -> payment.status() == PaymentStatus.PROCESSING);
    }

    /** Whether the outcome of an attempt on the invoice is open. */
    boolean isInFlight(UUID invoiceId) {
        return payments.ofInvoice(invoiceId).stream().anyMatch(Payment::isInFlight);
    }

    /**
     * Writes down an attempt to collect all that is due. The caller holds the locks on the account and the invoice.
     *
     * @throws DomainException when the invoice is not open, or the outcome of another attempt on it is
     */
    Payment open(Invoice invoice, PaymentMethod method, Instant now) {
        invoice.requireOpen();
        if (isInFlight(invoice.id())) {
            throw new DomainException(
                    PaymentRefusal.PAYMENT_IN_PROGRESS, "Invoice " + invoice.id() + " is being charged");
        }
        return openFirst(invoice, method, now);
    }

    /** As {@link #open} for an invoice that has just been made: nobody can be charging it. */
    Payment openFirst(Invoice invoice, PaymentMethod method, Instant now) {
        Payment attempt = Payment.attempt(
                ids.next(),
                invoice.accountId(),
                invoice.id(),
                invoice.amountDue(),
                method.id(),
                now,
                machineClock.instant().plus(PATIENCE));
        payments.add(attempt);
        return attempt;
    }
}
