package org.chancery.service.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.model.account.Accounts;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.PaymentMethod;
import org.chancery.model.payment.PaymentMethods;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.payment.Payments;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.payment.port.ChargeOrder;
import org.chancery.service.payment.port.ChargeOutcome;
import org.chancery.service.payment.port.PaymentGateway;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects payments in two halves: the provider is called with no transaction open (the container refuses anything
 * else), then what it said is recorded in one. A crash between them leaves the payment as it was, to be asked for later.
 */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING, Roles.SYSTEM})
public class PaymentService {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);

    private final Payments payments;
    private final PaymentMethods methods;
    private final Accounts accounts;
    private final PaymentGateway gateway;
    private final Event<PaymentSettled> settled;
    private final Event<PaymentFailed> failed;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;
    private final Clock machineClock;

    @Inject
    public PaymentService(
            Payments payments,
            PaymentMethods methods,
            Accounts accounts,
            PaymentGateway gateway,
            Event<PaymentSettled> settled,
            Event<PaymentFailed> failed,
            Caller caller,
            AuditTrail audit,
            Clock clock,
            @MachineTime Clock machineClock) {
        this.payments = payments;
        this.methods = methods;
        this.accounts = accounts;
        this.gateway = gateway;
        this.settled = settled;
        this.failed = failed;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    @SuppressWarnings("NullAway")
    public PaymentService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null);
    }

    /** What the provider said to a charge. */
    public record Answered(UUID paymentId, ChargeOutcome outcome) {}

    /**
     * Sends the charge, under the payment's id as the key: calling again charges nobody twice.
     *
     * @return unknown when the provider gave no answer
     * @throws NotFoundException when there is no such payment, or it is another's
     */
    @Unaudited("the outcome is recorded next")
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public ChargeOutcome collect(UUID paymentId) {
        Payment payment = require(paymentId);
        ChargeOrder order = order(payment, payment.paymentMethodId().flatMap(methods::find));
        return answerOf(paymentId, () -> gateway.charge(order));
    }

    /**
     * Sends several charges one after the other, as {@link #collect(UUID)} does.
     *
     * @throws NotFoundException when one of them is another's; nothing was sent then
     */
    @Unaudited("the outcomes are recorded next")
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public List<Answered> collect(List<UUID> paymentIds) {
        List<Payment> found = payments.findAll(paymentIds);
        found.forEach(payment -> caller.requireAccount(payment.accountId()));
        Map<UUID, PaymentMethod> known =
                methods
                        .findAll(found.stream()
                                .flatMap(payment -> payment.paymentMethodId().stream())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(PaymentMethod::id, Function.identity()));
        return found.stream()
                .map(payment -> order(payment, payment.paymentMethodId().map(known::get)))
                .map(order -> new Answered(order.paymentId(), answerOf(order.paymentId(), () -> gateway.charge(order))))
                .toList();
    }

    private static ChargeOrder order(Payment payment, Optional<PaymentMethod> method) {
        String reference = method.map(PaymentMethod::providerReference)
                .orElseThrow(() -> new IllegalArgumentException("Payment " + payment.id() + " is not collected by us"));
        return new ChargeOrder(payment.id(), reference, payment.money());
    }

    /**
     * Asks what became of a charge.
     *
     * @throws NotFoundException when there is no such payment, or it is another's
     */
    @ReadOnly
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public ChargeOutcome ask(UUID paymentId) {
        require(paymentId);
        return answerOf(paymentId, () -> gateway.stateOf(paymentId));
    }

    /**
     * Gives up a charge that waits for the customer, so that another can be made.
     *
     * @throws NotFoundException when there is no such payment, or it is another's
     */
    @Unaudited("the outcome is recorded next")
    @TransactionAttribute(TransactionAttributeType.NEVER)
    public ChargeOutcome abandon(UUID paymentId) {
        require(paymentId);
        return answerOf(paymentId, () -> gateway.cancel(paymentId));
    }

    /**
     * Records what the provider said. Saying it again changes nothing; when money came, {@link PaymentSettled} is told
     * in this transaction, and {@link PaymentFailed} when none did.
     *
     * @return the payment as it is now
     */
    @Audited("payment.record")
    public PaymentView record(UUID paymentId, ChargeOutcome outcome) {
        UUID accountId = payments.accountOf(paymentId).orElseThrow(() -> new NotFoundException("payment", paymentId));
        caller.requireAccount(accountId);
        accounts.requireLocked(accountId);
        return record(payments.requireLocked(paymentId), outcome);
    }

    /** Records several answers, all or none of them, as {@link #record(UUID, ChargeOutcome)} does. */
    @Audited("payment.record")
    public void record(List<Answered> answers) {
        List<UUID> ids = answers.stream().map(Answered::paymentId).toList();
        List<UUID> owners = payments.accountsOf(ids);
        owners.forEach(caller::requireAccount);
        accounts.lockAll(owners);
        payments.lockAll(ids);
        answers.forEach(answer -> record(payments.requireLocked(answer.paymentId()), answer.outcome()));
    }

    private PaymentView record(Payment payment, ChargeOutcome outcome) {
        PaymentStatus before = payment.status();
        if (take(payment, outcome)) {
            audit.record("payment.record", payment.accountId(), payment.id(), before.word(), describe(payment));
            LOG.info("payment.recorded payment={} status={}", payment.id(), payment.status());
            tell(payment);
        } else if (payment.isInFlight()) {
            askLater(payment);
        }
        return PaymentView.of(payment);
    }

    /** Payments that have to be asked for, the longest waiting first. */
    @ReadOnly
    @RolesAllowed(Roles.SYSTEM)
    public List<UUID> due(int limit) {
        return payments.dueForAsking(machineClock.instant(), clock.instant(), limit);
    }

    /** Asking failed for a reason of ours: it is asked for again later, so that nothing is held up. */
    @Unaudited("nothing of the payment changes")
    @RolesAllowed(Roles.SYSTEM)
    public void postpone(UUID paymentId) {
        Payment payment = payments.requireLocked(paymentId);
        if (payment.isInFlight()) {
            askLater(payment);
        }
    }

    /** The payment that has to be asked for first, at the latest by then; what the machine's clock decides is due now. */
    @ReadOnly
    @RolesAllowed(Roles.SYSTEM)
    public Optional<Payments.Ask> nextAsk(Instant until) {
        return payments.nextAsk(machineClock.instant(), clock.instant(), until);
    }

    /** The attempt on an invoice whose outcome is open; there is at most one. */
    @ReadOnly
    public Optional<PaymentView> inFlightOn(UUID invoiceId) {
        Optional<Payment> open = payments.ofInvoice(invoiceId).stream()
                .filter(Payment::isInFlight)
                .findFirst();
        open.ifPresent(payment -> caller.requireAccount(payment.accountId()));
        return open.map(PaymentView::of);
    }

    /** The latest attempt on an invoice or transfer towards it. */
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
    public Optional<PaymentView> latestOf(UUID invoiceId) {
        List<Payment> all = payments.ofInvoice(invoiceId);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Payment latest = all.get(all.size() - 1);
        caller.requireAccount(latest.accountId());
        return Optional.of(PaymentView.of(latest));
    }

    private void tell(Payment payment) {
        Instant now = clock.instant();
        switch (payment.status()) {
            case SUCCEEDED ->
                settled.fire(new PaymentSettled(
                        payment.id(), payment.accountId(), payment.invoiceId(), payment.money(), now));
            case FAILED, REQUIRES_ACTION ->
                failed.fire(new PaymentFailed(
                        payment.id(),
                        payment.accountId(),
                        payment.invoiceId(),
                        payment.status() == PaymentStatus.FAILED,
                        payment.decline().filter(d -> d == Decline.ABANDONED).isPresent(),
                        now));
            case PENDING, PROCESSING -> {}
        }
    }

    private boolean take(Payment payment, ChargeOutcome outcome) {
        Instant firstAsk = clock.instant().plus(AskSchedule.FIRST);
        return switch (outcome.kind()) {
            case SUCCEEDED -> payment.settle(clock.instant());
            case DECLINED -> payment.fail(outcome.decline() == null ? Decline.CARD_DECLINED : outcome.decline());
            case NEEDS_CONFIRMATION ->
                outcome.confirmUrl() != null && payment.awaitConfirmation(outcome.confirmUrl(), firstAsk);
            case PROCESSING -> payment.process(firstAsk);
            case UNKNOWN, ABSENT -> false;
        };
    }

    private void askLater(Payment payment) {
        Clock decisive = payment.status() == PaymentStatus.PENDING ? machineClock : clock;
        Instant next = AskSchedule.next(payment.status(), payment.asks(), decisive.instant());
        payment.stayOpen(next);
        if (next == null) {
            LOG.error("payment.parked payment={} asks={}", payment.id(), payment.asks());
        }
    }

    private Payment require(UUID paymentId) {
        Payment payment = payments.require(paymentId);
        caller.requireAccount(payment.accountId());
        return payment;
    }

    /** A provider that fails has said nothing: the money may have moved or not. */
    private static ChargeOutcome answerOf(UUID paymentId, Supplier<ChargeOutcome> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            LOG.warn("payment.unanswered payment={}", paymentId, e);
            return ChargeOutcome.UNKNOWN;
        }
    }

    private static String describe(Payment payment) {
        return payment.status().word()
                + payment.decline().map(decline -> " " + decline.word()).orElse("");
    }
}
