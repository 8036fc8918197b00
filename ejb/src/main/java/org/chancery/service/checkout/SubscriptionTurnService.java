package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.Invoices;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Dunning;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.SubscriptionStep;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.model.subscription.Subscriptions.StepDue;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.checkout.InvoiceIssuing.Issued;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time alone makes happen to subscriptions, a step of each of a few in one transaction. A step that is not due any
 * more does nothing, so a second run, or a second node, is harmless.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class SubscriptionTurnService {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionTurnService.class);
    private static final Duration DEBIT_PATIENCE = Duration.ofDays(1);

    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final PeriodBilling billing;
    private final InvoiceIssuing issuing;
    private final ChangeApplication changes;
    private final Endings endings;
    private final Arrears arrears;
    private final ChargeAttempts attempts;
    private final LicenseService licenses;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public SubscriptionTurnService(
            Accounts accounts,
            Subscriptions subscriptions,
            Invoices invoices,
            PeriodBilling billing,
            InvoiceIssuing issuing,
            ChangeApplication changes,
            Endings endings,
            Arrears arrears,
            ChargeAttempts attempts,
            LicenseService licenses,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.billing = billing;
        this.issuing = issuing;
        this.changes = changes;
        this.endings = endings;
        this.arrears = arrears;
        this.attempts = attempts;
        this.licenses = licenses;
        this.audit = audit;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public SubscriptionTurnService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The step that falls due first, by then; empty when none does. */
    @ReadOnly
    public Optional<StepDue> next(Instant until) {
        return subscriptions.nextDue(until);
    }

    /** Subscriptions with a step due now, the longest waiting first. */
    @ReadOnly
    public List<UUID> due(int limit) {
        return subscriptions.due(clock.instant(), limit);
    }

    /**
     * Takes the next step of each of these subscriptions that is due, all or none of them.
     *
     * @return attempts to charge that have to be sent now
     * @throws NotFoundException when there is no such subscription
     */
    @Audited("subscription.turn")
    public List<PaymentView> turn(List<UUID> subscriptionIds) {
        accounts.lockAll(subscriptions.accountsOf(subscriptionIds));
        subscriptions.lockAll(subscriptionIds);
        Instant now = clock.instant();
        return subscriptionIds.stream()
                .map(subscriptions::requireLocked)
                .flatMap(subscription -> step(subscription, now).stream())
                .toList();
    }

    private Optional<PaymentView> step(Subscription subscription, Instant now) {
        SubscriptionStep.Due due = subscription.nextStep().orElse(null);
        if (due == null || due.at().isAfter(now)) {
            return Optional.empty();
        }
        String before = subscription.status().word();
        PaymentView attempt = take(due.step(), subscription, accounts.requireLocked(subscription.accountId()), now);
        String after = due.step() + " " + subscription.status().word();
        audit.record("subscription.turn", subscription.accountId(), subscription.id(), before, after);
        LOG.info("subscription.turned subscription={} step={}", subscription.id(), due.step());
        if (due.step() != SubscriptionStep.ROLL_OVER) {
            invoices.writeDown(); // a payment of an older invoice must not be kept back until newer invoices are
            // written
        }
        return Optional.ofNullable(attempt);
    }

    /** Leaves a subscription alone whose step failed, so that it is looked at rather than guessed about. */
    @Audited("subscription.park")
    public void park(UUID subscriptionId) {
        Subscription subscription = subscriptions.requireLocked(subscriptionId);
        subscription.park(clock.instant());
        audit.record("subscription.park", subscription.accountId(), subscriptionId, null, "parked");
    }

    private @Nullable PaymentView take(SubscriptionStep step, Subscription subscription, Account account, Instant now) {
        return switch (step) {
            case EXPIRE -> expire(subscription, now);
            case RETRY -> retry(subscription, now);
            case SUSPEND -> suspend(subscription);
            case GIVE_UP -> {
                arrears.gaveUp(subscription, account);
                endings.giveUp(subscription, now);
                yield null;
            }
            case LAPSE_CHANGE -> {
                changes.dropAwaiting(subscription, now);
                yield null;
            }
            case BILL_PENDING ->
                attemptOf(billing.waiting(subscription, account, List.of(), now, now)
                        .orElse(null));
            case INVOICE_AHEAD -> {
                billing.ahead(subscription, account, now);
                yield null;
            }
            case ROLL_OVER -> rollOver(subscription, account, now);
            case OVERDUE -> overdue(subscription, now);
        };
    }

    private @Nullable PaymentView expire(Subscription subscription, Instant now) {
        boolean debitUnderWay = invoices.openOfSubscription(subscription.id()).stream()
                .anyMatch(invoice -> attempts.isUnderWay(invoice.id()));
        if (debitUnderWay) {
            subscription.waitUntil(now.plus(DEBIT_PATIENCE));
        } else {
            endings.expire(subscription, now);
        }
        return null;
    }

    private @Nullable PaymentView retry(Subscription subscription, Instant now) {
        Dunning dunning = subscription.dunning().orElseThrow();
        subscription.retried();
        Invoice invoice = invoices.requireLocked(dunning.invoiceId());
        boolean mayCharge = invoice.isOpen() && !attempts.isInFlight(invoice.id());
        return mayCharge ? issuing.attempt(invoice, now).orElse(null) : null;
    }

    private @Nullable PaymentView suspend(Subscription subscription) {
        Dunning dunning = subscription.dunning().orElseThrow();
        if (attempts.isUnderWay(dunning.invoiceId())) {
            subscription.catchUp(); // a debit is on its way; should it come back, it all begins again
            return null;
        }
        subscription.suspend();
        licenses.withhold(subscription.licenseId());
        arrears.suspended(subscription);
        return null;
    }

    private @Nullable PaymentView overdue(Subscription subscription, Instant now) {
        UUID invoiceId = subscription.awaitedInvoiceId().orElseThrow();
        Invoice invoice = invoices.requireLocked(invoiceId);
        if (invoice.isOpen()) {
            arrears.overdue(subscription, invoice, subscription.awaitedDueAt().orElse(now));
        } else {
            subscription.stopAwaiting(invoiceId);
        }
        return null;
    }

    private @Nullable PaymentView rollOver(Subscription subscription, Account account, Instant now) {
        changes.dropAwaiting(subscription, now);
        if (subscription.cancelAt().isPresent()) {
            return attemptOf(endings.atPeriodEnd(subscription, account, now));
        }
        boolean charged = subscription.collection() == Collection.CHARGE;
        if (subscription.status() == SubscriptionStatus.TRIALING
                && charged
                && attempts.defaultMethod(account.id()).isEmpty()) {
            return attemptOf(endings.atPeriodEnd(subscription, account, now)); // nobody could pay
        }
        boolean invoiced = subscription.isInvoicedAhead();
        PlanChange change = subscription.scheduledChange().orElse(null);
        subscription.rollOver(account.zone());
        if (change != null) {
            changes.grantScheduled(subscription, change);
        }
        return invoiced ? null : bill(subscription, account, now);
    }

    private @Nullable PaymentView bill(Subscription subscription, Account account, Instant now) {
        Issued issued = billing.current(subscription, account, now).orElse(null);
        if (issued == null) {
            return null;
        }
        boolean uncharged = issued.invoice().isOpen() && issued.attempt() == null;
        if (uncharged && subscription.collection() == Collection.CHARGE) {
            arrears.failed(subscription, issued.invoice(), now); // there is no method to charge
        }
        return issued.attempt();
    }

    private static @Nullable PaymentView attemptOf(@Nullable Issued issued) {
        return issued == null ? null : issued.attempt();
    }
}
