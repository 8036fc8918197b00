package org.chancery.service.checkout;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.Invoices;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.Payments;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.payment.adapter.SandboxChargeService;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;

/**
 * The page that a bank would show, played by the sandbox. Open to everybody there, as a bank's page needs no sign-in of
 * ours; what follows from the answer is done in the name of the system, as after a provider's message.
 */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SandboxConfirmationService {

    private final SandboxChargeService bank;
    private final CheckoutService checkout;
    private final Payments payments;
    private final Invoices invoices;
    private final ChanceryConfig config;

    @Inject
    public SandboxConfirmationService(
            SandboxChargeService bank,
            CheckoutService checkout,
            Payments payments,
            Invoices invoices,
            ChanceryConfig config) {
        this.bank = bank;
        this.checkout = checkout;
        this.payments = payments;
        this.invoices = invoices;
        this.config = config;
    }

    @SuppressWarnings("NullAway")
    public SandboxConfirmationService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /** @throws NotFoundException when there is no such payment, and in production */
    @ReadOnly
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ConfirmationView view(UUID paymentId) {
        if (!config.isSandbox()) {
            throw new NotFoundException("payment", paymentId);
        }
        Payment payment = payments.require(paymentId);
        Invoice invoice = invoices.require(payment.invoiceId());
        Optional<UUID> subscription = invoice.subscriptionId();
        return new ConfirmationView(
                PaymentView.of(payment),
                subscription.or(invoice::perpetualLicenseId).orElseThrow(),
                subscription.isPresent() ? PlanKind.SUBSCRIPTION : PlanKind.PERPETUAL,
                invoice.purpose() == InvoicePurpose.FIRST);
    }

    /**
     * The customer confirms or refuses; a second answer changes nothing.
     *
     * @return the payment as it is now
     * @throws NotFoundException when there is no such payment, and in production
     */
    @Unaudited("recording the payment is audited")
    public PaymentView answer(UUID paymentId, boolean confirmed) {
        bank.answer(paymentId, confirmed);
        return checkout.resume(paymentId);
    }
}
