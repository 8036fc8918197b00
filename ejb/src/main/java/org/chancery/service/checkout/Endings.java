package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.model.account.Account;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.billing.Invoices;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.licensing.LicenseEnd;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.PlanChange;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.domain.Bill;
import org.chancery.service.billing.domain.BillComposer;
import org.chancery.service.billing.domain.ItemChanges;
import org.chancery.service.billing.domain.StandingCharges;
import org.chancery.service.checkout.InvoiceIssuing.Issued;
import org.chancery.service.checkout.Reversal.TakenBack;
import org.chancery.service.licensing.LentSeats;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/** How subscriptions end, and what is given back and asked for then. The caller holds the locks. */
@Dependent
class Endings {

    private final ChangeDesk desk;
    private final ChangeApplication changes;
    private final BillDesk bills;
    private final PeriodBilling billing;
    private final InvoiceIssuing issuing;
    private final Reversal reversal;
    private final Invoices invoices;
    private final SettingsRegister settings;
    private final LicenseService licenses;
    private final CouponBooks coupons;
    private final LentSeats lent;

    @Inject
    Endings(
            ChangeDesk desk,
            ChangeApplication changes,
            BillDesk bills,
            PeriodBilling billing,
            InvoiceIssuing issuing,
            Reversal reversal,
            Invoices invoices,
            SettingsRegister settings,
            LicenseService licenses,
            CouponBooks coupons,
            LentSeats lent) {
        this.desk = desk;
        this.changes = changes;
        this.bills = bills;
        this.billing = billing;
        this.issuing = issuing;
        this.reversal = reversal;
        this.invoices = invoices;
        this.settings = settings;
        this.licenses = licenses;
        this.coupons = coupons;
        this.lent = lent;
    }

    /** What a cancellation now would ask for or give back. */
    PreparedChange preview(Subscription subscription, Account account, Instant at, Instant now) {
        Optional<TakenBack> ahead = reversal.preview(subscription, now);
        List<LineDraft> waiting = waiting(subscription, ahead);
        StandingCharges standing = ahead.map(TakenBack::invoice)
                .map(invoice -> bills.standingWithout(invoice, waiting, subscription, at))
                .orElseGet(() -> bills.standing(subscription, at));
        Instant unusedFrom = unusedFrom(subscription, at, lent.lentUntil(subscription.licenseId(), now));
        ItemChanges.Lines rest = rest(subscription, standing, unusedFrom);
        List<LineDraft> lines = new ArrayList<>(waiting);
        lines.addAll(rest.invoiced());
        lines.addAll(rest.waiting());
        BillComposer composer = bills.composer(account, subscription.currency(), now);
        Money returned = ahead.map(TakenBack::granted)
                .orElse(Money.zero(subscription.currency()))
                .add(returnedOfOpen(subscription, standing, composer, unusedFrom));
        Bill bill = composer.bill(lines, standing.taxLeft());
        Money credit = bill.total().isPositive()
                ? bills.credit(account, bill.currency(), now).add(returned).min(bill.total())
                : Money.zero(bill.currency());
        return new PreparedChange(
                new PlanChange.Target(
                        subscription.billingPeriod(), subscription.planItem().code(), List.of(), java.util.Map.of()),
                ChangeTiming.NOW,
                ChangeInvoicing.NOW,
                bill,
                List.of(),
                credit,
                returned,
                at,
                at,
                Money.zero(bill.currency()));
    }

    /** What had covered open invoices that ask for less then, or for nothing. */
    private Money returnedOfOpen(
            Subscription subscription, StandingCharges standing, BillComposer composer, Instant at) {
        ItemChanges rest = bills.changes(subscription, desk.shelfOf(subscription), standing);
        UUID dropped =
                subscription.awaitingChange().flatMap(PlanChange::invoiceId).orElse(null);
        Money sum = Money.zero(subscription.currency());
        for (Invoice invoice : invoices.openOfSubscription(subscription.id())) {
            List<LineDraft> unused = rest.restOf(invoice.id(), at);
            if (invoice.id().equals(dropped)) {
                sum = sum.add(invoice.covered());
            } else if (!unused.isEmpty()) {
                Money credit = composer.bill(unused, standing.taxLeft()).total().negate();
                sum = sum.add(invoice.beyondDue(credit));
            }
        }
        return sum;
    }

    /** What waits once the invoice of the next period is taken back. */
    private List<LineDraft> waiting(Subscription subscription, Optional<TakenBack> ahead) {
        Set<UUID> replaced = ahead.map(TakenBack::instead).orElse(Set.of());
        List<LineDraft> again = ahead.map(TakenBack::again).orElse(List.of());
        return Stream.concat(
                        bills.waiting(subscription.id()).stream().filter(line -> !replaced.contains(line.id())),
                        again.stream())
                .toList();
    }

    /** An offline license goes on whatever ends here, so the time until its end was used, and is neither given back nor lowered. */
    private static Instant unusedFrom(Subscription subscription, Instant at, Optional<Instant> lentUntil) {
        Instant end = subscription.currentPeriod().map(ServicePeriod::end).orElse(at);
        return lentUntil
                .map(until -> until.isBefore(end) ? until : end)
                .filter(at::isBefore)
                .orElse(at);
    }

    private ItemChanges.Lines rest(Subscription subscription, StandingCharges standing, Instant at) {
        return subscription.status() == SubscriptionStatus.TRIALING
                ? new ItemChanges.Lines(List.of(), List.of())
                : bills.changes(subscription, desk.shelfOf(subscription), standing)
                        .toNothing(at);
    }

    /** Ends it now. @param at as of which the rest is counted */
    ChangeView now(Subscription subscription, Account account, @Nullable String reason, Instant at, Instant now) {
        changes.dropAwaiting(subscription, now);
        Instant unusedFrom = unusedFrom(subscription, at, lent.lentUntilLocked(subscription.licenseId(), now));
        reversal.takeBackAhead(subscription, now);
        StandingCharges standing = bills.standing(subscription, at);
        ItemChanges.Lines rest = rest(subscription, standing, unusedFrom);
        lowerOpen(subscription, account, standing, unusedFrom, now);
        List<LineDraft> lines = new ArrayList<>(rest.invoiced());
        lines.addAll(rest.waiting());
        Issued issued = billing.waiting(
                        subscription,
                        account,
                        lines,
                        now,
                        now.plus(settings.current().settlementDelay()))
                .orElse(null);
        end(subscription, reason, now);
        return new ChangeView(
                SubscriptionView.of(subscription),
                issued == null ? null : issued.invoice().id(),
                issued == null ? null : issued.attempt());
    }

    /** An invoice that is not paid asks for the used part only. */
    private void lowerOpen(
            Subscription subscription, Account account, StandingCharges standing, Instant at, Instant now) {
        ItemChanges rest = bills.changes(subscription, desk.shelfOf(subscription), standing);
        BillComposer composer = bills.composer(account, subscription.currency(), now);
        for (Invoice invoice : invoices.openOfSubscription(subscription.id())) {
            List<LineDraft> unused = rest.restOf(invoice.id(), at);
            if (!unused.isEmpty()) {
                InvoiceSubject subject = InvoiceSubject.subscription(account.id(), subscription.id(), null)
                        .correcting(invoice.id());
                issuing.creditNote(subject, composer.bill(unused, standing.taxLeft()), invoice, now, now);
            }
        }
    }

    /** Ends it at the end of its period, as was asked for: what waits is asked for, nothing is given back. */
    @Nullable
    Issued atPeriodEnd(Subscription subscription, Account account, Instant now) {
        Issued issued =
                billing.waiting(subscription, account, List.of(), now, now).orElse(null);
        end(subscription, null, now);
        return issued;
    }

    /** A first order that was not paid ends; nothing is asked for any more. */
    void abandon(Subscription subscription, @Nullable String reason, Instant now) {
        forgo(subscription, now);
        subscription.cancel(reason, now);
        licenses.end(subscription.licenseId(), LicenseEnd.CANCELED);
    }

    /** Nobody paid a first order in time. */
    void expire(Subscription subscription, Instant now) {
        forgo(subscription, now);
        subscription.expire(now);
        licenses.end(subscription.licenseId(), LicenseEnd.EXPIRED);
    }

    /** The missing payment is given up, and the subscription with it. */
    void giveUp(Subscription subscription, Instant now) {
        changes.dropAwaiting(subscription, now); // it never came true, so the credit that it used goes back
        invoices.openOfSubscription(subscription.id()).forEach(Invoice::writeOff);
        end(subscription, "unpaid", now);
    }

    /** The license may be used again. */
    void reinstate(Subscription subscription) {
        licenses.reinstate(subscription.licenseId());
    }

    /** What a first order had used goes back: credit and coupon. */
    private void forgo(Subscription subscription, Instant now) {
        invoices.openOfSubscription(subscription.id()).forEach(invoice -> issuing.voidInvoice(invoice, now));
        coupons.giveBack(subscription.discount().orElse(null), now);
    }

    private void end(Subscription subscription, @Nullable String reason, Instant now) {
        subscription.cancel(reason, now);
        licenses.end(subscription.licenseId(), LicenseEnd.CANCELED);
    }
}
