package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.service.billing.domain.InvoiceComposer;

/** Issues the first invoice of an order: composed, numbered without a gap, lowered by the account's credit. */
@Dependent
class OrderInvoicing {

    private static final String SERIES = "invoice";

    private final SettingsRegister settings;
    private final Invoices invoices;
    private final CreditLedger ledger;
    private final Ids ids;

    @Inject
    OrderInvoicing(SettingsRegister settings, Invoices invoices, CreditLedger ledger, Ids ids) {
        this.settings = settings;
        this.invoices = invoices;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** @throws DomainException when the vendor can't be paid this way, or can't issue invoices yet */
    void requirePossible(Collection collection) {
        SettingsValues values = settings.current();
        if (!values.seller().canInvoice()) {
            throw new DomainException(BillingRefusal.SELLER_INCOMPLETE, "The seller has no name, address or country");
        }
        if (collection == Collection.CHARGE) {
            throw new DomainException(CheckoutRefusal.CHARGE_UNAVAILABLE, "No payment gateway is set up");
        }
        if (values.seller().iban() == null) {
            throw new DomainException(CheckoutRefusal.WIRE_UNAVAILABLE, "The seller has no IBAN");
        }
    }

    /** @param credit how much account credit is used; the caller holds the lock on the account */
    Invoice issueFirst(Subscription subscription, Money credit, Instant now) {
        SettingsValues values = settings.current();
        // Service starts with the payment; until then the lines show the period as if it were paid today.
        Invoice invoice = new InvoiceComposer(ids)
                .forPeriod(subscription, 0, subscription.billingPeriod().nth(now, 0));
        invoices.add(invoice);
        String number = invoices.lockSeries(SERIES).next(values.invoicePrefix());
        invoice.finalise(number, now, now.plus(Duration.ofDays(values.wireDays())), credit);
        if (credit.isPositive()) {
            ledger.append(CreditEntry.journal(
                    ids,
                    subscription.accountId(),
                    credit.negate(),
                    new CreditEntry.Movement(CreditKind.APPLIED, "Used by invoice " + number, invoice.id(), now, now)));
        }
        return invoice;
    }
}
