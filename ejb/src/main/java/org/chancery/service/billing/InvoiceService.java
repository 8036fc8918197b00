package org.chancery.service.billing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceFilter;
import org.chancery.model.billing.InvoiceOfCompany;
import org.chancery.model.billing.Invoices;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Shows invoices to those they concern. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class InvoiceService {

    private final Invoices invoices;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public InvoiceService(Invoices invoices, Caller caller, Clock clock) {
        this.invoices = invoices;
        this.caller = caller;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public InvoiceService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /** @throws NotFoundException when there is none, or it is another's */
    @ReadOnly
    public InvoiceView get(UUID id) {
        Invoice invoice = invoices.require(id);
        caller.requireAccount(invoice.accountId());
        return InvoiceView.of(invoice);
    }

    /**
     * The newest invoices of a subscription, at most {@link PageOf#MAX}.
     *
     * @throws NotFoundException when the subscription is another's
     */
    @ReadOnly
    public List<InvoiceView> ofSubscription(UUID subscriptionId) {
        List<Invoice> found = invoices.ofSubscription(subscriptionId, PageOf.MAX);
        found.stream().findFirst().ifPresent(invoice -> caller.requireAccount(invoice.accountId()));
        return found.stream().map(InvoiceView::of).toList();
    }

    /**
     * The newest invoices of a perpetual license, at most {@link PageOf#MAX}.
     *
     * @throws NotFoundException when it is another's
     */
    @ReadOnly
    public List<InvoiceView> ofPerpetual(UUID perpetualLicenseId) {
        List<Invoice> found = invoices.ofPerpetual(perpetualLicenseId, PageOf.MAX);
        found.stream().findFirst().ifPresent(invoice -> caller.requireAccount(invoice.accountId()));
        return found.stream().map(InvoiceView::of).toList();
    }

    /**
     * What an account has to pay, the invoice that is due first at the top, at most {@link PageOf#MAX}.
     *
     * @throws NotFoundException when the account is another's
     */
    @ReadOnly
    public List<InvoiceView> openOf(UUID accountId) {
        caller.requireAccount(accountId);
        return invoices.openOf(accountId, PageOf.MAX).stream()
                .map(InvoiceView::of)
                .toList();
    }

    /**
     * A page, newest first.
     *
     * @param accountId whose; null means the caller's own, or everybody's for an operator
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when the account is another's
     */
    @ReadOnly
    public PageOf<InvoiceView> list(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        UUID account = accountId == null ? caller.accountId().orElse(null) : accountId;
        if (account != null) {
            caller.requireAccount(account);
        }
        return PageOf.cut(invoices.page(account, after, limit + 1), limit, Invoice::id, InvoiceView::of);
    }

    /**
     * A page of the console's list, newest first.
     *
     * @param accountId whose; null means everybody's
     * @param limit 1 to {@link PageOf#MAX}
     */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public PageOf<InvoiceSummary> search(
            @Nullable UUID accountId, InvoiceFilter filter, @Nullable UUID after, int limit) {
        Instant now = clock.instant();
        List<InvoiceOfCompany> found = invoices.search(accountId, filter, now, after, limit + 1);
        return PageOf.cut(found, limit, each -> each.invoice().id(), each -> InvoiceSummary.of(each, now));
    }

    /** The open invoices that are due first: money to look for on the bank statement. */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public List<InvoiceSummary> dueFirst(int limit) {
        Instant now = clock.instant();
        return invoices.dueFirst(Math.min(limit, PageOf.MAX)).stream()
                .map(each -> InvoiceSummary.of(each, now))
                .toList();
    }

    /** How many invoices of everybody a filter lets through. */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public long count(InvoiceFilter filter) {
        return invoices.count(filter, clock.instant());
    }
}
