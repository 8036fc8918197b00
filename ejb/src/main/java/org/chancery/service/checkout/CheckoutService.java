package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.payment.PaymentService;
import org.chancery.service.payment.PaymentService.Answered;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.payment.port.ChargeOutcome;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;
import org.chancery.service.subscription.SubscriptionService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders and pays in steps: one transaction writes down what is wanted, the provider is called with none open, another
 * transaction records what came of it. Each step can be repeated, so a crash between two of them loses nothing.
 */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckoutService {

    private static final Logger LOG = LoggerFactory.getLogger(CheckoutService.class);

    private final OrderService orders;
    private final ChargeService charges;
    private final PaymentService payments;
    private final InvoiceService invoices;
    private final SubscriptionService subscriptions;
    private final PlanChangeService changes;
    private final CancellationService cancellations;
    private final SubscriptionTurnService turns;
    private final CollectedPaymentsService collected;

    @Inject
    public CheckoutService(
            OrderService orders,
            ChargeService charges,
            PaymentService payments,
            InvoiceService invoices,
            SubscriptionService subscriptions,
            PlanChangeService changes,
            CancellationService cancellations,
            SubscriptionTurnService turns,
            CollectedPaymentsService collected) {
        this.orders = orders;
        this.charges = charges;
        this.payments = payments;
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.cancellations = cancellations;
        this.turns = turns;
        this.collected = collected;
    }

    @SuppressWarnings("NullAway")
    public CheckoutService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * Orders a choice at today's prices and, unless it is paid by transfer, charges it. A declined card is no refusal: the
     * order stays incomplete, and another card may pay it within a day.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws DomainException when it is not for sale, can't be paid this way, or the account is another's or incomplete
     */
    @Unaudited("every step is audited by itself")
    public OrderView buy(Choice choice, Collection collection) {
        return collect(orders.place(choice, collection));
    }

    /**
     * Orders what was quoted, for exactly the quoted amounts, and pays it like {@link #buy}.
     *
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    @Unaudited("every step is audited by itself")
    public OrderView buyQuoted(UUID quoteId, Collection collection) {
        return collect(orders.placeQuoted(quoteId, collection));
    }

    /**
     * Charges an open invoice now. An earlier attempt that waits for the customer is given up for it.
     *
     * @param methodId what to charge, or null for the account's default
     * @throws NotFoundException when there is no such invoice, or it is another's
     * @throws DomainException when the card is declined, the invoice is not open, or money may be on its way already
     */
    @Unaudited("every step is audited by itself")
    public ChargedInvoice charge(UUID invoiceId, @Nullable UUID methodId) {
        payments.inFlightOn(invoiceId).ifPresent(this::clarify);
        PaymentView attempt = charges.begin(invoiceId, methodId);
        PaymentView payment = payments.record(attempt.id(), payments.collect(attempt.id()));
        Decline decline = payment.decline();
        if (decline != null) {
            throw new DomainException(decline, "Payment " + payment.id() + " was declined");
        }
        return new ChargedInvoice(invoices.get(invoiceId), payment);
    }

    /**
     * Asks what became of a payment and records it. One that never reached the provider is sent again under its key, or
     * given up when nobody wants it any more.
     *
     * @throws NotFoundException when there is no such payment, or it is another's
     */
    @Unaudited("recording is audited")
    public PaymentView resume(UUID paymentId) {
        ChargeOutcome outcome = payments.ask(paymentId);
        if (outcome.isAbsent()) {
            outcome = charges.isStillWanted(paymentId)
                    ? payments.collect(paymentId)
                    : ChargeOutcome.declined(Decline.ABANDONED);
        }
        return payments.record(paymentId, outcome);
    }

    private void clarify(PaymentView earlier) {
        ChargeOutcome outcome = earlier.status() == PaymentStatus.REQUIRES_ACTION
                ? payments.abandon(earlier.id())
                : payments.ask(earlier.id());
        payments.record(earlier.id(), outcome);
    }

    /**
     * Changes a subscription, and charges what the change asks for at once.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when it is not possible now, or the charge is declined: then all is as it was
     */
    @Unaudited("every step is audited by itself")
    public ChangeOutcome change(ChangeWish wish) {
        return settled(changes.change(wish));
    }

    /**
     * Changes what was quoted, for exactly the quoted amounts.
     *
     * @throws DomainException when the quote no longer holds, or the charge is declined: then all is as it was
     */
    @Unaudited("every step is audited by itself")
    public ChangeOutcome changeQuoted(UUID subscriptionId, UUID quoteId) {
        return settled(changes.changeQuoted(subscriptionId, quoteId));
    }

    /**
     * Cancels a subscription.
     *
     * @param reason why, or null
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when it is over already, or the product can't be canceled this way
     */
    @Unaudited("every step is audited by itself")
    @RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING})
    public ChangeOutcome cancel(UUID subscriptionId, ChangeTiming when, @Nullable String reason) {
        return ended(cancellations.cancel(subscriptionId, when, reason));
    }

    /**
     * Cancels now, for exactly the quoted amounts.
     *
     * @param reason why, or null
     * @throws DomainException when the quote no longer holds
     */
    @Unaudited("every step is audited by itself")
    @RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING})
    public ChangeOutcome cancelQuoted(UUID subscriptionId, UUID quoteId, @Nullable String reason) {
        return ended(cancellations.cancelQuoted(subscriptionId, quoteId, reason));
    }

    /**
     * Takes the next step of each of these subscriptions that is due, all or none of them, and charges what they ask for.
     *
     * @throws NotFoundException when there is no such subscription
     */
    @Unaudited("every step is audited by itself")
    @RolesAllowed(Roles.SYSTEM)
    public void turn(List<UUID> subscriptionIds) {
        List<UUID> attempts =
                turns.turn(subscriptionIds).stream().map(PaymentView::id).toList();
        if (!attempts.isEmpty()) {
            record(payments.collect(attempts));
        }
    }

    /** One that can't be recorded holds up none of the others; it is asked for again later. */
    private void record(List<Answered> answers) {
        try {
            collected.record(answers);
        } catch (RuntimeException e) {
            LOG.warn("payment.batch-unrecorded payments={}", answers.size(), e);
            answers.forEach(answer -> payments.record(answer.paymentId(), answer.outcome()));
        }
    }

    private ChangeOutcome settled(ChangeView change) {
        PaymentView attempt = change.payment();
        if (attempt == null) {
            return outcome(change, null);
        }
        PaymentView payment = payments.record(attempt.id(), payments.collect(attempt.id()));
        Decline decline = payment.decline();
        if (decline != null) {
            throw new DomainException(decline, "Payment " + payment.id() + " was declined");
        }
        return outcome(change, payment);
    }

    /** It is over whether or not what is left to pay could be charged. */
    private ChangeOutcome ended(ChangeView end) {
        PaymentView attempt = end.payment();
        return outcome(end, attempt == null ? null : payments.record(attempt.id(), payments.collect(attempt.id())));
    }

    private ChangeOutcome outcome(ChangeView change, @Nullable PaymentView payment) {
        UUID invoice = change.invoice();
        return new ChangeOutcome(
                subscriptions.get(change.subscription().id()), invoice == null ? null : invoices.get(invoice), payment);
    }

    private OrderView collect(OrderView order) {
        PaymentView attempt = order.payment();
        InvoiceView invoice = order.invoice();
        if (attempt == null || invoice == null) {
            return order;
        }
        try {
            PaymentView payment = payments.record(attempt.id(), payments.collect(attempt.id()));
            return new OrderView(
                    subscriptions.get(order.subscription().id()),
                    order.licenseSecret(),
                    invoices.get(invoice.id()),
                    payment);
        } catch (RuntimeException e) {
            // The order stands, and its secret is shown only now; what became of the payment will be asked for.
            LOG.error("payment.unrecorded payment={}", attempt.id(), e);
            return order;
        }
    }
}
