package org.chancery.web.console.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.money.Money;
import org.chancery.service.account.AccountService;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.InvoicePaymentService;
import org.chancery.service.checkout.RecordedPayment;
import org.chancery.web.portal.component.PathId;
import org.jspecify.annotations.Nullable;

/** One invoice: what it asks for, of whom, and what came in. */
@Named
@RequestScoped
public class InvoiceBacking {

    @Inject
    private PathId pathId;

    @Inject
    private InvoiceService invoices;

    @Inject
    private InvoicePaymentService payments;

    @Inject
    private AccountService accounts;

    @Inject
    private Clock clock;

    private @Nullable InvoiceView invoice;
    private @Nullable String company;
    private @Nullable List<RecordedPayment> received;

    /** Answers 404 when there is no such invoice. */
    public void load() {
        getInvoice();
        getCompany();
    }

    public InvoiceView getInvoice() {
        if (invoice == null) {
            invoice = invoices.get(pathId.require());
        }
        return invoice;
    }

    /** An amount of this invoice, to be shown. @param minor in its currency's minor units */
    public Money money(long minor) {
        return new Money(minor, getInvoice().currency());
    }

    public boolean isOpen() {
        return getInvoice().status() == InvoiceStatus.OPEN;
    }

    public boolean isOverdue() {
        return getInvoice().isOverdueAt(clock.instant());
    }

    public String getCompany() {
        if (company == null) {
            company = accounts.view(getInvoice().account()).company();
        }
        return company;
    }

    public List<RecordedPayment> getReceived() {
        if (received == null) {
            received = payments.of(getInvoice().id());
        }
        return received;
    }
}
