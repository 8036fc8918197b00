package org.chancery.web.portal.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.PurchaseService;
import org.chancery.service.checkout.PurchaseView;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.payment.PaymentService;
import org.chancery.service.payment.PaymentView;
import org.chancery.web.edge.RouteFilter;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.MoneyConverter;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;
import org.chancery.web.portal.component.Tones;
import org.jspecify.annotations.Nullable;

/** Paying an open invoice by card or debit: how it stands, what the button will do, and doing it. */
@Named("paying")
@RequestScoped
public class PayingBacking {

    @Inject
    private CheckoutService checkout;

    @Inject
    private PurchaseService purchases;

    @Inject
    private PaymentService payments;

    @Inject
    private Methods methods;

    @Inject
    private PathId pathId;

    @Inject
    private Tones tones;

    @Inject
    private Phrases phrases;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    private final Map<UUID, Dues> known = new HashMap<>();

    /** How an open invoice stands; asked once a request. */
    public Dues of(InvoiceView invoice) {
        return known.computeIfAbsent(invoice.id(), id -> read(invoice));
    }

    private Dues read(InvoiceView invoice) {
        PaymentView latest = payments.latestOf(invoice.id()).orElse(null);
        PurchaseView purchase = purchases.get(invoice.purchase());
        boolean byTransfer = purchase.isByTransfer(invoice);
        return new Dues(
                invoice,
                byTransfer,
                latest,
                latest == null ? null : methods.find(latest.method()),
                byTransfer ? null : purchase.waitsUntil());
    }

    /** Forgets what was read: something has happened since. */
    public void readAnew() {
        known.clear();
    }

    /** Charges the invoice with the method that stood beside the button, and no other. */
    public void charge() throws IOException {
        PaymentMethodView method = methods.find(pathId.require("paymentMethod"));
        if (method == null) {
            messages.error(null, "paying.methodGone");
            return;
        }
        try {
            goOn(checkout.charge(pathId.require("invoice"), method.id()).payment(), method);
        } catch (DomainException refused) {
            if (!(refused.refusal() instanceof Decline)) {
                throw refused;
            }
            messages.errorAfterRedirect("paying.declined");
            Redirects.to(faces, here());
        }
    }

    private void goOn(PaymentView payment, PaymentMethodView method) throws IOException {
        if (payment.confirmUrl() != null) {
            Redirects.to(faces, payment.confirmUrl());
            return;
        }
        if (payment.status() == PaymentStatus.SUCCEEDED) {
            messages.afterRedirect("paying.paid", shown(payment.amount()), methods.name(method));
        }
        Redirects.to(faces, here());
    }

    /** Where the customer confirms the payment of an invoice that was just charged; null when nobody asks. */
    public @Nullable String confirmUrlOf(UUID invoice) {
        return payments.latestOf(invoice).map(PaymentView::confirmUrl).orElse(null);
    }

    /** What the button will do, with amount and date. */
    public String announce(Dues dues, PaymentMethodView method) {
        return methods.announce(dues.failedWith(method) ? "again" : "pay", method, amountOf(dues), clock.instant());
    }

    /** What confirming will do; empty when the method is not known any more. */
    public String announceConfirmation(Dues dues) {
        PaymentMethodView tried = dues.tried();
        return tried == null ? "" : methods.announce("confirm", tried, amountOf(dues), clock.instant());
    }

    private static Money amountOf(Dues dues) {
        return new Money(dues.invoice().amountDue(), dues.invoice().currency());
    }

    /** The tone of an open invoice, which may be on its way. */
    public String tone(Dues dues) {
        return dues.state() == Dues.State.PROCESSING ? "info" : tones.ofInvoice(dues.invoice());
    }

    /** Its word. */
    public String word(Dues dues) {
        return dues.state() == Dues.State.PROCESSING
                ? phrases.text("paying.onItsWay")
                : tones.wordOfInvoice(dues.invoice());
    }

    /** Why it failed, in the bank's words made plain. */
    public String reason(Dues dues) {
        Decline decline = dues.decline();
        return decline == null ? "" : Texts.of(faces).ofRefusal(decline);
    }

    /** What to do after a decline, and how long there is time for it. */
    public String afterDecline(Dues dues) {
        Instant until = dues.keptUntil();
        return until == null
                ? phrases.text("paying.declined.next")
                : phrases.text("paying.declined.next.order", Dates.of(faces).time(until));
    }

    /** The address of the page that this request shows. */
    public String here() {
        return String.valueOf(request.getAttribute(RouteFilter.ADDRESS));
    }

    private String shown(Money amount) {
        return MoneyConverter.format(amount, faces.getViewRoot().getLocale());
    }
}
