package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.catalog.CancellationMode;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.checkout.Quote;
import org.chancery.model.checkout.Quotes;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.Roles;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels subscriptions at the end of their period, or now, and undoes the former. Members order, owners cancel. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.BILLING})
public class CancellationService {

    private static final Logger LOG = LoggerFactory.getLogger(CancellationService.class);

    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final Quotes quotes;
    private final ChangeDesk desk;
    private final Endings endings;
    private final PeriodBilling billing;
    private final Reversal reversal;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public CancellationService(
            Accounts accounts,
            Subscriptions subscriptions,
            Quotes quotes,
            ChangeDesk desk,
            Endings endings,
            PeriodBilling billing,
            Reversal reversal,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.quotes = quotes;
        this.desk = desk;
        this.endings = endings;
        this.billing = billing;
        this.reversal = reversal;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public CancellationService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Cancels. At the end of the period nothing is given back and it can be undone until then; now, access ends and the
     * unused rest of what was paid becomes account credit.
     *
     * @param reason why, or null
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when it is over already, or the product can't be canceled this way
     */
    @Audited("subscription.cancel")
    public ChangeView cancel(UUID subscriptionId, ChangeTiming when, @Nullable String reason) {
        Account account = lockAccountOf(subscriptionId);
        Subscription subscription = subscriptions.requireLocked(subscriptionId);
        Instant now = clock.instant();
        return when == ChangeTiming.NOW
                ? now(subscription, account, reason, now, now)
                : atPeriodEnd(subscription, account, reason, now);
    }

    /**
     * Cancels now, for exactly the quoted amounts.
     *
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    @Audited("subscription.cancel")
    public ChangeView cancelQuoted(UUID subscriptionId, UUID quoteId, @Nullable String reason) {
        Account account = lockAccountOf(subscriptionId);
        Subscription subscription = subscriptions.requireLocked(subscriptionId);
        Quote quote = quotes.findLocked(quoteId).orElseThrow(() -> new NotFoundException("quote", quoteId));
        Instant now = clock.instant();
        quote.requireAbout(Quote.Kind.CANCEL, subscriptionId, now);
        quote.use(endings.preview(subscription, account, quote.madeAt(), now).mark(), now);
        return now(subscription, account, reason, quote.madeAt(), now);
    }

    private ChangeView atPeriodEnd(Subscription subscription, Account account, @Nullable String reason, Instant now) {
        if (subscription.status() == SubscriptionStatus.INCOMPLETE) {
            return now(subscription, account, reason, now, now); // there is no period to wait for
        }
        subscription.requireRunning();
        requireOffered(subscription, CancellationMode.PERIOD_END);
        String before = describe(subscription);
        reversal.takeBackAhead(subscription, now);
        subscription.cancelAtPeriodEnd(reason);
        done(subscription, account, before);
        return new ChangeView(SubscriptionView.of(subscription), null, null);
    }

    private ChangeView now(
            Subscription subscription, Account account, @Nullable String reason, Instant at, Instant now) {
        String before = describe(subscription);
        ChangeView view;
        if (subscription.status() == SubscriptionStatus.INCOMPLETE) {
            endings.abandon(subscription, reason, now);
            view = new ChangeView(SubscriptionView.of(subscription), null, null);
        } else {
            subscription.requireRunning();
            requireOffered(subscription, CancellationMode.NOW);
            view = endings.now(subscription, account, reason, at, now);
        }
        done(subscription, account, before);
        return view;
    }

    /**
     * Goes on after all; a change that the cancellation suspended is back.
     *
     * @throws NotFoundException when there is no such subscription, or it is another's
     * @throws DomainException when there is nothing to undo
     */
    @Audited("subscription.resume")
    public SubscriptionView resume(UUID subscriptionId) {
        Account account = lockAccountOf(subscriptionId);
        Subscription subscription = subscriptions.requireLocked(subscriptionId);
        String before = describe(subscription);
        subscription.resume();
        if (subscription.isAheadDueAt(clock.instant())) {
            billing.ahead(subscription, account, clock.instant());
        }
        audit.record("subscription.resume", account.id(), subscriptionId, before, describe(subscription));
        return SubscriptionView.of(subscription);
    }

    private void requireOffered(Subscription subscription, CancellationMode mode) {
        if (!desk.shelfOf(subscription).product().canBeCanceled(mode)) {
            throw new DomainException(
                    CheckoutRefusal.CANCELLATION_NOT_OFFERED,
                    "Product " + subscription.productCode() + " can't be canceled so",
                    Map.of("when", mode.word()));
        }
    }

    private void done(Subscription subscription, Account account, String before) {
        audit.record("subscription.cancel", account.id(), subscription.id(), before, describe(subscription));
        LOG.info("subscription.canceled subscription={} status={}", subscription.id(), subscription.status());
    }

    private Account lockAccountOf(UUID subscriptionId) {
        UUID accountId = subscriptions
                .accountOf(subscriptionId)
                .orElseThrow(() -> new NotFoundException("subscription", subscriptionId));
        caller.requireAccount(accountId);
        return accounts.requireLocked(accountId);
    }

    private static String describe(Subscription subscription) {
        return subscription.status().word()
                + subscription.cancelAt().map(at -> ", ends " + at).orElse("");
    }
}
