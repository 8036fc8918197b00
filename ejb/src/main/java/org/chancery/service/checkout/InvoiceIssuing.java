package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.billing.BillingRefusal;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.InvoiceSeries;
import org.chancery.model.billing.InvoiceSubject;
import org.chancery.model.billing.Invoices;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.credit.CreditKind;
import org.chancery.model.credit.CreditLedger;
import org.chancery.model.money.Money;
import org.chancery.model.payment.PaymentMethod;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.Collection;
import org.chancery.service.billing.domain.Bill;
import org.chancery.service.payment.PaymentView;
import org.jspecify.annotations.Nullable;

/**
 * Issues invoices: numbered without a gap, lowered by the account's credit, with the attempt to charge them written down.
 * The caller holds the lock on the account.
 */
@Dependent
class InvoiceIssuing {

    private final SettingsRegister settings;
    private final Invoices invoices;
    private final CreditLedger ledger;
    private final ChargeAttempts attempts;
    private final InvoiceFreezing freezing;
    private final CouponBooks coupons;
    private final BillingMails mails;
    private final Ids ids;

    /**
     * An invoice that is out.
     *
     * @param attempt to charge it, not sent yet; null when it is paid by transfer, nothing is due, or nothing can be charged
     */
    record Issued(Invoice invoice, @Nullable PaymentView attempt) {}

    @Inject
    InvoiceIssuing(
            SettingsRegister settings,
            Invoices invoices,
            CreditLedger ledger,
            ChargeAttempts attempts,
            InvoiceFreezing freezing,
            CouponBooks coupons,
            BillingMails mails,
            Ids ids) {
        this.settings = settings;
        this.invoices = invoices;
        this.ledger = ledger;
        this.attempts = attempts;
        this.freezing = freezing;
        this.coupons = coupons;
        this.mails = mails;
        this.ids = ids;
    }

    /** @throws DomainException when the vendor can't be paid this way, or can't issue invoices yet */
    void requirePossible(UUID accountId, Collection collection) {
        SettingsValues values = settings.current();
        if (!values.seller().canInvoice()) {
            throw new DomainException(BillingRefusal.SELLER_INCOMPLETE, "The seller has no name, address or country");
        }
        if (collection == Collection.CHARGE) {
            attempts.requireMethod(accountId, null);
        } else if (values.seller().iban() == null) {
            throw new DomainException(CheckoutRefusal.WIRE_UNAVAILABLE, "The seller has no IBAN");
        }
    }

    /** @param bill not below zero */
    Issued issue(InvoicePurpose purpose, InvoiceSubject subject, Bill bill, Collection collection, Instant now) {
        return issue(purpose, subject, bill, usable(subject.accountId(), bill.currency(), now), collection, now);
    }

    /**
     * As the other, for a caller who has looked at the credit already.
     *
     * @param bill not below zero
     * @param usable the account's credit, as it is under the lock
     */
    Issued issue(
            InvoicePurpose purpose,
            InvoiceSubject subject,
            Bill bill,
            Money usable,
            Collection collection,
            Instant now) {
        SettingsValues values = settings.current();
        requireSeller(values);
        Invoice invoice = new Invoice(ids.next(), purpose, subject, bill.currency(), bill.toLines(), bill.taxes());
        invoices.add(invoice);
        String number = invoices.lockSeries(InvoiceSeries.INVOICES).next(values.invoicePrefix());
        boolean charged = collection == Collection.CHARGE;
        Instant due = charged ? now : now.plus(Duration.ofDays(values.wireDays()));
        Money credit = usable.min(invoice.total());
        invoice.finalise(number, now, due, credit);
        freezing.invoice(invoice, collection);
        if (credit.isPositive()) {
            move(invoice, credit.negate(), CreditKind.APPLIED, "Used by invoice " + number, now, now);
        }
        if (!charged && invoice.isOpen()) {
            mails.invoice(invoice);
        }
        Optional<PaymentMethod> method = charged ? methodFor(invoice) : Optional.empty();
        return new Issued(
                invoice,
                method.map(it -> PaymentView.of(attempts.openFirst(invoice, it, now)))
                        .orElse(null));
    }

    /** Writes down an attempt to charge it, when something is due and there is a way. */
    Optional<PaymentView> attempt(Invoice invoice, Instant now) {
        return methodFor(invoice).map(method -> PaymentView.of(attempts.open(invoice, method, now)));
    }

    private Optional<PaymentMethod> methodFor(Invoice invoice) {
        return invoice.isOpen() ? attempts.defaultMethod(invoice.accountId()) : Optional.empty();
    }

    private Money usable(UUID accountId, Currency currency, Instant now) {
        Money available = ledger.available(accountId, currency, now);
        return available.isNegative() ? Money.zero(currency) : available;
    }

    /**
     * Issues a credit note. It lowers an open invoice first; what that does not take becomes account credit.
     *
     * @param bill not above zero
     * @param lowered the open invoice that it corrects, or null
     * @param availableAt from when on the credit can be used
     */
    Invoice creditNote(InvoiceSubject subject, Bill bill, @Nullable Invoice lowered, Instant now, Instant availableAt) {
        SettingsValues values = settings.current();
        requireSeller(values);
        Invoice note = new Invoice(
                ids.next(), InvoicePurpose.CORRECTION, subject, bill.currency(), bill.toLines(), bill.taxes());
        invoices.add(note);
        String number = invoices.lockSeries(InvoiceSeries.CREDIT_NOTES).next(creditNotePrefix(values));
        note.finaliseCreditNote(number, now);
        freezing.creditNote(note, corrected(subject, lowered));
        coupons.sold(note, now);
        Money amount = bill.total().negate();
        Money granted = lowered == null ? amount : lowered.lower(amount, now);
        if (granted.isPositive()) {
            move(note, granted, CreditKind.UNUSED, "Credit note " + number, now, availableAt);
        }
        return note;
    }

    private @Nullable Invoice corrected(InvoiceSubject subject, @Nullable Invoice lowered) {
        UUID corrects = subject.corrects();
        return lowered != null || corrects == null ? lowered : invoices.require(corrects);
    }

    /** Voids an open invoice; what covered it in part goes back to the account. */
    void voidInvoice(Invoice invoice, Instant now) {
        Money covered = invoice.voidOpen();
        invoices.writeDown();
        if (covered.isPositive()) {
            move(
                    invoice,
                    covered,
                    CreditKind.RETURNED,
                    "Voided invoice " + invoice.number().orElse(""),
                    now,
                    now);
        }
    }

    private void move(Invoice source, Money change, CreditKind kind, String reason, Instant now, Instant availableAt) {
        ledger.append(CreditEntry.journal(
                ids,
                source.accountId(),
                change,
                new CreditEntry.Movement(kind, reason, source.id(), now, availableAt)));
    }

    private static void requireSeller(SettingsValues values) {
        if (!values.seller().canInvoice()) {
            throw new DomainException(BillingRefusal.SELLER_INCOMPLETE, "The seller has no name, address or country");
        }
    }

    /** A series of its own: whatever invoices are called, credit notes are called otherwise. */
    private static String creditNotePrefix(SettingsValues values) {
        return values.invoicePrefix().startsWith("CN-") ? "CR-" : "CN-";
    }
}
