package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.Invoices;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.Payments;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records money that operators see arrive, and shows what came in. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.BILLING})
public class InvoicePaymentService {

    private static final Logger LOG = LoggerFactory.getLogger(InvoicePaymentService.class);

    private final Accounts accounts;
    private final Invoices invoices;
    private final Payments payments;
    private final IncomingMoney money;
    private final Settlement settlement;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public InvoicePaymentService(
            Accounts accounts,
            Invoices invoices,
            Payments payments,
            IncomingMoney money,
            Settlement settlement,
            Caller caller,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.invoices = invoices;
        this.payments = payments;
        this.money = money;
        this.settlement = settlement;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public InvoicePaymentService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * The payments on an invoice, oldest first.
     *
     * @throws NotFoundException when there is no such invoice, or it is another's
     */
    @ReadOnly
    @RolesAllowed({
        Roles.OWNER,
        Roles.MEMBER,
        Roles.VIEWER,
        Roles.ADMIN,
        Roles.BILLING,
        Roles.SUPPORT,
        Roles.OPERATOR_VIEWER
    })
    public List<RecordedPayment> of(UUID invoiceId) {
        UUID accountId = invoices.accountOf(invoiceId).orElseThrow(() -> new NotFoundException("invoice", invoiceId));
        caller.requireAccount(accountId);
        return payments.ofInvoice(invoiceId).stream().map(RecordedPayment::of).toList();
    }

    /**
     * As {@link #record}, for a person who was told beforehand what the transfer will do: nothing is recorded when that
     * is no longer true, so that pressing twice, or two people at once, count the money once.
     *
     * @param due what the invoice still asked for when the person was told, in minor units
     * @throws DomainException 303 when something else is due by now
     */
    @Audited("invoice.payment")
    public InvoiceView recordAsTold(UUID invoiceId, ReceivedTransfer transfer, long due) {
        UUID accountId = invoices.accountOf(invoiceId).orElseThrow(() -> new NotFoundException("invoice", invoiceId));
        accounts.requireLocked(accountId);
        if (invoices.requireLocked(invoiceId).amountDue().minor() != due) {
            throw new DomainException(CommonRefusal.CONFLICT, "Invoice " + invoiceId + " was paid in the meantime");
        }
        return record(invoiceId, transfer);
    }

    /**
     * Counts a bank transfer towards an invoice. A part leaves the invoice open; what is too much becomes account credit
     * that can be used at once.
     *
     * @return the invoice as it is now
     * @throws NotFoundException when there is no such invoice
     * @throws DomainException when the invoice is not open
     */
    @Audited("invoice.payment")
    public InvoiceView record(UUID invoiceId, ReceivedTransfer transfer) {
        UUID accountId = invoices.accountOf(invoiceId).orElseThrow(() -> new NotFoundException("invoice", invoiceId));
        accounts.requireLocked(accountId);
        Invoice invoice = invoices.requireLocked(invoiceId);
        Instant now = clock.instant();
        Money amount = new Money(transfer.amount(), invoice.currency());
        Instant receivedAt = transfer.receivedAt() == null ? now : transfer.receivedAt();
        if (receivedAt.isAfter(now)) {
            throw new InvalidRequestException(
                    "receivedAt", "future", "Money that has not arrived yet can't be recorded");
        }
        String before = invoice.status().word();
        Payment payment =
                Payment.received(ids.next(), accountId, invoiceId, amount, transfer.reference(), receivedAt, now);
        invoice.requireOpen();
        payments.add(payment);
        money.count(invoice, amount, payment.id(), now);
        settlement.settle(invoice, now);
        audit.record(
                "invoice.payment",
                accountId,
                invoiceId,
                before,
                invoice.status().word() + " +" + amount.minor());
        LOG.info("invoice.payment invoice={} amount={} status={}", invoiceId, amount.minor(), invoice.status());
        return InvoiceView.of(invoice);
    }
}
