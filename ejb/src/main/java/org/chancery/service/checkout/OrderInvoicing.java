package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.billing.BillingRefusal;
import org.chancery.model.billing.Invoice;
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
import org.chancery.model.subscription.Subscription;
import org.chancery.service.billing.domain.InvoiceComposer;
import org.chancery.service.payment.PaymentView;
import org.jspecify.annotations.Nullable;

/** Issues the first invoice of an order: composed, numbered without a gap, lowered by the account's credit. */
@Dependent
class OrderInvoicing {

    private static final String SERIES = "invoice";

    private final SettingsRegister settings;
    private final Invoices invoices;
    private final CreditLedger ledger;
    private final ChargeAttempts attempts;
    private final Ids ids;

    /**
     * A first invoice.
     *
     * @param attempt to charge it, not sent yet; null when it is paid by transfer, or nothing is due
     */
    record Issued(Invoice invoice, @Nullable PaymentView attempt) {}

    @Inject
    OrderInvoicing(
            SettingsRegister settings, Invoices invoices, CreditLedger ledger, ChargeAttempts attempts, Ids ids) {
        this.settings = settings;
        this.invoices = invoices;
        this.ledger = ledger;
        this.attempts = attempts;
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

    /** @param credit how much account credit is used; the caller holds the lock on the account */
    Issued issueFirst(Subscription subscription, Money credit, Instant now) {
        SettingsValues values = settings.current();
        // Service starts with the payment; until then the lines show the period as if it were paid today.
        Invoice invoice = new InvoiceComposer(ids)
                .forPeriod(subscription, 0, subscription.billingPeriod().nth(now, 0));
        invoices.add(invoice);
        String number = invoices.lockSeries(SERIES).next(values.invoicePrefix());
        boolean charged = subscription.collection() == Collection.CHARGE;
        Instant due = charged ? now : now.plus(Duration.ofDays(values.wireDays()));
        invoice.finalise(number, now, due, credit);
        if (credit.isPositive()) {
            ledger.append(CreditEntry.journal(
                    ids,
                    subscription.accountId(),
                    credit.negate(),
                    new CreditEntry.Movement(CreditKind.APPLIED, "Used by invoice " + number, invoice.id(), now, now)));
        }
        return new Issued(invoice, charged && !invoice.isPaid() ? openAttempt(invoice, now) : null);
    }

    private PaymentView openAttempt(Invoice invoice, Instant now) {
        PaymentMethod method = attempts.requireMethod(invoice.accountId(), null);
        return PaymentView.of(attempts.open(invoice, method, now));
    }
}
