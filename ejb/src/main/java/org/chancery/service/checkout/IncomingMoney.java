package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.credit.CreditKind;
import org.chancery.model.credit.CreditLedger;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;

/** Counts money towards an invoice; what the invoice does not ask for belongs to the account, as credit to use at once. */
@Dependent
class IncomingMoney {

    private final CreditLedger ledger;
    private final Ids ids;

    @Inject
    IncomingMoney(CreditLedger ledger, Ids ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    /**
     * The caller holds the locks on the account and the invoice, and sees to it that each payment is counted once.
     *
     * @param invoice takes what it asks for; one that is paid, void or given up takes nothing
     */
    void count(Invoice invoice, Money amount, UUID paymentId, Instant now) {
        Money surplus = invoice.status() == InvoiceStatus.OPEN ? invoice.receive(amount, now) : amount;
        if (surplus.isPositive()) {
            ledger.append(CreditEntry.journal(
                    ids,
                    invoice.accountId(),
                    surplus,
                    new CreditEntry.Movement(
                            CreditKind.OVERPAYMENT,
                            "Overpayment of " + invoice.number().orElse(""),
                            paymentId,
                            now,
                            now)));
        }
    }
}
