package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualLicenses;
import org.chancery.model.perpetual.PerpetualTerms;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.catalog.domain.Offer;
import org.chancery.service.checkout.InvoiceIssuing.Issued;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places orders of perpetual licenses and of further years of their updates: one transaction makes everything and the
 * attempt to charge it, or nothing. {@link PerpetualCheckoutService} goes on from there.
 */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING})
public class PerpetualOrderService {

    private static final Logger LOG = LoggerFactory.getLogger(PerpetualOrderService.class);

    private final OrderDesk desk;
    private final UpdatesPricing updates;
    private final InvoiceIssuing invoicing;
    private final Settlement settlement;
    private final Accounts accounts;
    private final PerpetualLicenses perpetuals;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public PerpetualOrderService(
            OrderDesk desk,
            UpdatesPricing updates,
            InvoiceIssuing invoicing,
            Settlement settlement,
            Accounts accounts,
            PerpetualLicenses perpetuals,
            Caller caller,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.updates = updates;
        this.invoicing = invoicing;
        this.settlement = settlement;
        this.accounts = accounts;
        this.perpetuals = perpetuals;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public PerpetualOrderService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Orders a choice at today's prices.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws DomainException when it is not for sale, can't be paid this way, or the account is another's or incomplete
     */
    @Audited("perpetual.order")
    public PerpetualOrderView place(Choice choice, Collection collection) {
        return order(desk.chosen(choice), collection);
    }

    /**
     * Orders what was quoted, for exactly the quoted amounts.
     *
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    @Audited("perpetual.order")
    public PerpetualOrderView placeQuoted(UUID quoteId, Collection collection) {
        return order(desk.quoted(quoteId), collection);
    }

    private PerpetualOrderView order(OrderDesk.Wanted wanted, Collection collection) {
        Account account = wanted.account();
        Choice choice = wanted.choice();
        Pricing.Priced priced = wanted.priced();
        if (choice.period() != BillingPeriod.ONCE) {
            throw new InvalidRequestException("period", "form", "A perpetual license is paid once");
        }
        account.requireComplete();
        invoicing.requirePossible(account.id(), collection);
        Instant now = clock.instant();
        Offer offer = priced.offer();
        OrderDesk.Taken taken = desk.take(wanted, false, now);
        PerpetualTerms terms = new PerpetualTerms(
                account.id(),
                taken.license().id(),
                choice.product(),
                collection,
                offer.currency(),
                priced.items(),
                taken.discount());
        PerpetualLicense perpetual =
                new PerpetualLicense(ids.next(), terms, now, now.plus(OrderDesk.patience(collection)));
        perpetuals.add(perpetual);
        audit.record("perpetual.order", account.id(), perpetual.id(), null, offer.planCode());
        LOG.info("perpetual.ordered perpetual={} plan={}", perpetual.id(), offer.planCode());
        InvoiceSubject subject = InvoiceSubject.perpetual(account.id(), perpetual.id());
        Issued issued = invoicing.issue(InvoicePurpose.FIRST, subject, priced.bill(), collection, now);
        settlement.settle(issued.invoice(), now);
        return view(perpetual, taken.license().secret(), issued);
    }

    /**
     * What a further year of updates costs today.
     *
     * @throws NotFoundException when there is no such perpetual license, or it is another's
     * @throws DomainException when it is not active, a year is ordered already, or the plan sells none
     */
    @ReadOnly
    public UpdatesOffer offerUpdates(UUID perpetualId) {
        PerpetualLicense perpetual = perpetuals.require(perpetualId);
        caller.requireAccount(perpetual.accountId());
        perpetual.requireRenewable();
        UpdatesPricing.Priced priced =
                updates.price(perpetual, accounts.require(perpetual.accountId()), clock.instant());
        return new UpdatesOffer(
                priced.bill().currency(),
                priced.bill().subtotal().minor(),
                priced.bill().tax().minor(),
                priced.bill().total().minor(),
                priced.creditApplied().minor(),
                priced.amountDue().minor(),
                priced.until());
    }

    /**
     * True when {@link #offerUpdates} has an offer.
     *
     * @throws NotFoundException when there is no such perpetual license, or it is another's
     */
    @ReadOnly
    public boolean isUpdatesOffered(UUID perpetualId) {
        try {
            offerUpdates(perpetualId);
            return true;
        } catch (NotFoundException gone) {
            throw gone;
        } catch (DomainException refused) {
            return false;
        }
    }

    /**
     * Orders a further year of updates at today's price. It counts from its payment on.
     *
     * @param told what the buyer was told to be due, in minor units, or null for whatever it is
     * @throws NotFoundException when there is no such perpetual license, or it is another's
     * @throws DomainException when it is not active, a year is ordered already, the plan sells none, or another amount is
     *     due by now
     */
    @Audited("perpetual.updates")
    public PerpetualOrderView renewUpdates(UUID perpetualId, Collection collection, @Nullable Long told) {
        UUID accountId = perpetuals
                .accountOf(perpetualId)
                .orElseThrow(() -> new NotFoundException("perpetual license", perpetualId));
        Account account = desk.lock(accountId);
        PerpetualLicense perpetual = perpetuals.requireLocked(perpetualId);
        perpetual.requireRenewable();
        invoicing.requirePossible(accountId, collection);
        Instant now = clock.instant();
        UpdatesPricing.Priced priced = updates.price(perpetual, account, now);
        if (told != null && told != priced.amountDue().minor()) {
            throw new DomainException(CheckoutRefusal.QUOTE_EXPIRED, "Updates of " + perpetualId + " cost otherwise");
        }
        InvoiceSubject subject = InvoiceSubject.perpetual(accountId, perpetualId);
        Issued issued = invoicing.issue(InvoicePurpose.PERIOD, subject, priced.bill(), collection, now);
        perpetual.awaitUpdates(issued.invoice().id(), now.plus(OrderDesk.patience(collection)));
        audit.record(
                "perpetual.updates",
                accountId,
                perpetualId,
                String.valueOf(perpetual.updatesUntil().orElse(null)),
                "invoice " + issued.invoice().id());
        LOG.info(
                "perpetual.updates perpetual={} invoice={}",
                perpetualId,
                issued.invoice().id());
        settlement.settle(issued.invoice(), now);
        return view(perpetual, null, issued);
    }

    private static PerpetualOrderView view(PerpetualLicense perpetual, @Nullable String secret, Issued issued) {
        return new PerpetualOrderView(
                PerpetualView.of(perpetual), secret, InvoiceView.of(issued.invoice()), issued.attempt());
    }
}
