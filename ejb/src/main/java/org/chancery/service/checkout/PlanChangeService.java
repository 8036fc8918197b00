package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.checkout.Quote;
import org.chancery.model.checkout.Quotes;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionRefusal;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.Roles;
import org.chancery.service.subscription.SubscriptionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes subscriptions: now, or at the end of the period; asked for at once, or by the next invoice. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING})
public class PlanChangeService {

    private static final Logger LOG = LoggerFactory.getLogger(PlanChangeService.class);

    /** How long a card may take to be confirmed. */
    private static final Duration CONFIRMATION = Duration.ofHours(23);

    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final Quotes quotes;
    private final ChangeDesk desk;
    private final ChangeApplication changes;
    private final BillDesk bills;
    private final InvoiceIssuing issuing;
    private final PeriodBilling billing;
    private final Reversal reversal;
    private final SettingsRegister settings;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public PlanChangeService(
            Accounts accounts,
            Subscriptions subscriptions,
            Quotes quotes,
            ChangeDesk desk,
            ChangeApplication changes,
            BillDesk bills,
            InvoiceIssuing issuing,
            PeriodBilling billing,
            Reversal reversal,
            SettingsRegister settings,
            Caller caller,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.quotes = quotes;
        this.desk = desk;
        this.changes = changes;
        this.bills = bills;
        this.issuing = issuing;
        this.billing = billing;
        this.reversal = reversal;
        this.settings = settings;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public PlanChangeService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Changes a subscription at today's prices.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when it is not for sale, or not possible now
     */
    @Audited("subscription.change")
    public ChangeView change(ChangeWish wish) {
        Account account = lockAccountOf(wish.subscription());
        Subscription subscription = subscriptions.requireLocked(wish.subscription());
        Instant now = clock.instant();
        return execute(
                subscription, account, desk.prepare(subscription, account, wish, now, now, caller.isOperator()), now);
    }

    /**
     * Changes what was quoted, for exactly the quoted amounts.
     *
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    @Audited("subscription.change")
    public ChangeView changeQuoted(UUID subscriptionId, UUID quoteId) {
        Account account = lockAccountOf(subscriptionId);
        Subscription subscription = subscriptions.requireLocked(subscriptionId);
        Quote quote = quotes.findLocked(quoteId).orElseThrow(() -> new NotFoundException("quote", quoteId));
        Instant now = clock.instant();
        quote.requireAbout(Quote.Kind.CHANGE, subscriptionId, now);
        PreparedChange prepared = desk.prepare(
                subscription, account, QuotedWishes.change(quote.asked()), quote.madeAt(), now, caller.isOperator());
        quote.use(prepared.mark(), now);
        return execute(subscription, account, prepared, now);
    }

    private ChangeView execute(Subscription subscription, Account account, PreparedChange prepared, Instant now) {
        String before = describe(subscription);
        ChangeView view = prepared.when() == ChangeTiming.PERIOD_END
                ? schedule(subscription, account, prepared, now)
                : atOnce(subscription, account, prepared, now);
        audit.record("subscription.change", account.id(), subscription.id(), before, describe(subscription));
        LOG.info(
                "subscription.changed subscription={} plan={}",
                subscription.id(),
                prepared.target().planCode());
        return view;
    }

    private ChangeView schedule(Subscription subscription, Account account, PreparedChange prepared, Instant now) {
        boolean ahead = subscription.isInvoicedAhead();
        changes.dropAwaiting(subscription, now);
        reversal.takeBackAhead(subscription, now);
        subscription.schedule(PlanChange.scheduled(ids.next(), prepared.target(), now, prepared.effectiveAt()));
        if (ahead) {
            billing.ahead(subscription, account, now);
        }
        return new ChangeView(SubscriptionView.of(subscription), null, null);
    }

    private ChangeView atOnce(Subscription subscription, Account account, PreparedChange prepared, Instant now) {
        changes.dropAwaiting(subscription, now);
        if (prepared.bill().isEmpty() || !prepared.bill().total().isPositive()) {
            return takeOver(subscription, account, prepared, now);
        }
        issuing.requirePossible(account.id(), subscription.collection());
        InvoiceIssuing.Issued issued = issuing.issue(
                InvoicePurpose.CHANGE,
                InvoiceSubject.subscription(account.id(), subscription.id(), null),
                prepared.bill(),
                subscription.collection(),
                now);
        if (issued.invoice().isPaid()) {
            bills.addWaiting(subscription, prepared.waiting(), now);
            changes.apply(subscription, account, prepared.target(), now);
        } else {
            subscription.await(PlanChange.awaiting(
                    ids.next(), prepared.target(), now, issued.invoice().id(), lapsesAt(subscription, now)));
        }
        return new ChangeView(
                SubscriptionView.of(subscription), issued.invoice().id(), issued.attempt());
    }

    private ChangeView takeOver(Subscription subscription, Account account, PreparedChange prepared, Instant now) {
        bills.addWaiting(subscription, prepared.waiting(), now);
        Invoice note = null;
        if (!prepared.bill().isEmpty()) {
            note = issuing.creditNote(
                    InvoiceSubject.subscription(account.id(), subscription.id(), null),
                    prepared.bill(),
                    null,
                    now,
                    now.plus(settings.current().settlementDelay()));
        }
        changes.apply(subscription, account, prepared.target(), now);
        return new ChangeView(SubscriptionView.of(subscription), note == null ? null : note.id(), null);
    }

    private static Instant lapsesAt(Subscription subscription, Instant now) {
        Instant end = subscription.currentPeriod().orElseThrow().end();
        Instant confirmed = now.plus(CONFIRMATION);
        return subscription.collection() == Collection.WIRE || end.isBefore(confirmed) ? end : confirmed;
    }

    /**
     * Undoes a change that has not taken effect yet; what it asked for is void.
     *
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when there is none
     */
    @Audited("subscription.undo-change")
    public SubscriptionView undo(UUID subscriptionId) {
        Account account = lockAccountOf(subscriptionId);
        Subscription subscription = subscriptions.requireLocked(subscriptionId);
        Instant now = clock.instant();
        String before = describe(subscription);
        if (subscription.awaitingChange().isPresent()) {
            changes.dropAwaiting(subscription, now);
        } else if (subscription.scheduledChange().isPresent()) {
            boolean ahead = subscription.isInvoicedAhead();
            reversal.takeBackAhead(subscription, now);
            subscription.forgetScheduled();
            if (ahead) {
                billing.ahead(subscription, account, now);
            }
        } else {
            throw new DomainException(SubscriptionRefusal.NO_PENDING_CHANGE, "Nothing is pending on " + subscriptionId);
        }
        audit.record("subscription.undo-change", account.id(), subscriptionId, before, describe(subscription));
        return SubscriptionView.of(subscription);
    }

    private Account lockAccountOf(UUID subscriptionId) {
        UUID accountId = subscriptions
                .accountOf(subscriptionId)
                .orElseThrow(() -> new NotFoundException("subscription", subscriptionId));
        caller.requireAccount(accountId);
        return accounts.requireLocked(accountId);
    }

    private static String describe(Subscription subscription) {
        return subscription.planItem().code() + "/"
                + subscription.billingPeriod().word()
                + subscription
                        .scheduledChange()
                        .map(change -> ", then " + change.planCode())
                        .orElse("")
                + subscription
                        .awaitingChange()
                        .map(change -> ", when paid " + change.planCode())
                        .orElse("");
    }
}
