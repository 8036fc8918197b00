package org.chancery.web.portal.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.InvoicePaymentService;
import org.chancery.service.checkout.RecordedPayment;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.payment.PaymentView;
import org.chancery.web.portal.component.ConfirmedActs;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/** One invoice of the customer's: what it asks for, what came in, and how to pay the rest. */
@Named
@RequestScoped
public class CustomerInvoiceBacking {

    @Inject
    private PathId pathId;

    @Inject
    private InvoiceService invoices;

    @Inject
    private InvoicePaymentService received;

    @Inject
    private PaymentMethodService methods;

    @Inject
    private CheckoutService checkout;

    @Inject
    private ConfirmedActs acts;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private Ids ids;

    @Inject
    private FacesContext faces;

    private @Nullable InvoiceView invoice;
    private @Nullable List<RecordedPayment> payments;

    /** What does not exist, or is another's, is said before anything is shown. */
    public void arrive() {
        getInvoice();
    }

    /** Charges what is due to the default payment method. */
    public void pay() throws IOException {
        UUID id = pathId.require();
        try {
            messages.follow(acts.once(
                    pathId.require("ticket"),
                    () -> paid(id, checkout.charge(id, null).payment())));
        } catch (DomainException refused) {
            invoice = null;
            payments = null;
            if (!(refused.refusal() instanceof Decline)) {
                throw refused;
            }
            messages.error(null, "invoice.pay.declined", Texts.of(faces).ofRefusal(refused));
        }
    }

    private ConfirmedActs.Outcome paid(UUID id, PaymentView payment) {
        if (payment.status() == PaymentStatus.REQUIRES_ACTION && payment.confirmUrl() != null) {
            return new ConfirmedActs.Outcome(payment.confirmUrl(), null);
        }
        return new ConfirmedActs.Outcome(
                "/billing/invoices/" + id,
                phrases.text(payment.isInFlight() ? "invoice.pay.onItsWay" : "invoice.pay.done", payment.amount()));
    }

    public InvoiceView getInvoice() {
        if (invoice == null) {
            invoice = invoices.get(pathId.require());
        }
        return invoice;
    }

    /** The number; "Draft" before there is one. */
    public String getHeading() {
        String number = getInvoice().number();
        return number == null ? phrases.text("invoice.status.draft") : number;
    }

    /** An amount of this invoice, to be shown. @param minor in its currency's minor units */
    public Money money(long minor) {
        return new Money(minor, getInvoice().currency());
    }

    public boolean isOpen() {
        return getInvoice().status() == InvoiceStatus.OPEN;
    }

    public List<RecordedPayment> getPayments() {
        if (payments == null) {
            payments = received.of(getInvoice().id());
        }
        return payments;
    }

    /** True while a payment is on its way, so that no other is offered beside it. */
    public boolean isPaymentUnderWay() {
        return getPayments().stream()
                .anyMatch(payment ->
                        payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.PROCESSING);
    }

    /** What would be charged; null when the account has no payment method. */
    public @Nullable PaymentMethodView getMethod() {
        return methods.list(getInvoice().account()).stream()
                .filter(PaymentMethodView::isDefault)
                .findFirst()
                .orElse(null);
    }

    public String getPayLabel() {
        return phrases.text("invoice.pay", money(getInvoice().amountDue()));
    }

    /** Tells one showing of the page from another: each may be confirmed once. */
    public UUID getTicket() {
        return ids.next();
    }
}
