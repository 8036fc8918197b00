package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.Invoices;
import org.chancery.model.payment.Payment;
import org.chancery.model.payment.Payments;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.payment.PaymentService;
import org.chancery.service.payment.PaymentService.Answered;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;

/** Records what the provider said to many charges in one transaction, with what they pay for read at one go. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class CollectedPaymentsService {

    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final Payments rows;
    private final PaymentService payments;

    @Inject
    public CollectedPaymentsService(
            Accounts accounts, Subscriptions subscriptions, Invoices invoices, Payments rows, PaymentService payments) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.rows = rows;
        this.payments = payments;
    }

    @SuppressWarnings("NullAway")
    public CollectedPaymentsService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /** All or none of them. Locks in the order of one payment: account, subscription, invoice. */
    @Unaudited("recording is audited")
    public void record(List<Answered> answers) {
        List<UUID> ids = answers.stream().map(Answered::paymentId).toList();
        accounts.lockAll(rows.accountsOf(ids));
        List<UUID> paid = rows.lockAll(ids).stream().map(Payment::invoiceId).toList();
        subscriptions.lockAll(invoices.subscriptionsOf(paid));
        invoices.lockAll(paid);
        payments.record(answers);
    }
}
