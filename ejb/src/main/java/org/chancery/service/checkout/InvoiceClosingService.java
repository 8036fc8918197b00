package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.Invoices;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Roles;

/** Closes open invoices without their money: void, as if they had not been asked for, or written off. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.BILLING})
public class InvoiceClosingService {

    private final Accounts accounts;
    private final Invoices invoices;
    private final Subscriptions subscriptions;
    private final InvoiceIssuing issuing;
    private final ChangeApplication changes;
    private final Endings endings;
    private final PerpetualEndings perpetualEndings;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public InvoiceClosingService(
            Accounts accounts,
            Invoices invoices,
            Subscriptions subscriptions,
            InvoiceIssuing issuing,
            ChangeApplication changes,
            Endings endings,
            PerpetualEndings perpetualEndings,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.issuing = issuing;
        this.changes = changes;
        this.endings = endings;
        this.perpetualEndings = perpetualEndings;
        this.audit = audit;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public InvoiceClosingService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * Voids an open invoice. What had covered it in part goes back to the account; a first order ends with it, and a
     * change that waited for it lapses.
     *
     * @return the invoice as it is now
     * @throws NotFoundException when there is no such invoice
     * @throws DomainException when it is not open
     */
    @Audited("invoice.void")
    public InvoiceView voidInvoice(UUID invoiceId) {
        Invoice invoice = lock(invoiceId);
        invoice.requireOpen();
        Instant now = clock.instant();
        invoice.subscriptionId()
                .map(subscriptions::requireLocked)
                .ifPresent(subscription -> end(subscription, invoice, now));
        perpetualEndings.voided(invoice, now);
        if (invoice.isOpen()) {
            issuing.voidInvoice(invoice, now);
        }
        return recorded("invoice.void", invoice);
    }

    /**
     * Gives an open invoice up: it stays asked for, but nobody expects it to be paid.
     *
     * @return the invoice as it is now
     * @throws NotFoundException when there is no such invoice
     * @throws DomainException when it is not open
     */
    @Audited("invoice.write-off")
    public InvoiceView writeOff(UUID invoiceId) {
        Invoice invoice = lock(invoiceId);
        invoice.subscriptionId()
                .map(subscriptions::requireLocked)
                .ifPresent(subscription -> goOn(subscription, invoice));
        perpetualEndings.writtenOff(invoice);
        invoice.writeOff();
        return recorded("invoice.write-off", invoice);
    }

    private void end(Subscription subscription, Invoice invoice, Instant now) {
        if (invoice.purpose() == InvoicePurpose.FIRST && subscription.status() == SubscriptionStatus.INCOMPLETE) {
            endings.abandon(subscription, null, now);
        } else if (awaits(subscription, invoice)) {
            changes.dropAwaiting(subscription, now);
        } else {
            goOn(subscription, invoice);
        }
    }

    /** Nothing is missing any more on account of this invoice. */
    private void goOn(Subscription subscription, Invoice invoice) {
        subscription.stopAwaiting(invoice.id());
        subscription
                .dunning()
                .filter(dunning -> dunning.invoiceId().equals(invoice.id()))
                .ifPresent(dunning -> {
                    boolean suspended = subscription.status() == SubscriptionStatus.UNPAID;
                    subscription.catchUp();
                    if (suspended) {
                        endings.reinstate(subscription);
                    }
                });
    }

    private static boolean awaits(Subscription subscription, Invoice invoice) {
        return subscription
                .awaitingChange()
                .flatMap(PlanChange::invoiceId)
                .filter(invoice.id()::equals)
                .isPresent();
    }

    private Invoice lock(UUID invoiceId) {
        UUID accountId = invoices.accountOf(invoiceId).orElseThrow(() -> new NotFoundException("invoice", invoiceId));
        accounts.requireLocked(accountId);
        invoices.require(invoiceId).subscriptionId().ifPresent(subscriptions::requireLocked);
        return invoices.requireLocked(invoiceId);
    }

    private InvoiceView recorded(String action, Invoice invoice) {
        audit.record(
                action,
                invoice.accountId(),
                invoice.id(),
                "open",
                invoice.status().word());
        return InvoiceView.of(invoice);
    }
}
