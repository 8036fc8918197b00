package org.chancery.web.console.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.InvoicePaymentService;
import org.chancery.service.checkout.ReceivedTransfer;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.web.console.component.TypedAmount;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.MoneyConverter;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Records a transfer on the invoice of this page. Before anything is recorded the page has said what it will do: the
 * form carries what it was told, and when that is not what would happen now, the page says it anew instead.
 */
@Named
@RequestScoped
public class PaymentBacking {

    @Inject
    private InvoiceBacking page;

    @Inject
    private InvoicePaymentService payments;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    @Inject
    private Clock clock;

    private @Nullable String amount;
    private @Nullable String reference;
    private @Nullable String receivedOn;
    private @Nullable String told;
    private @Nullable String outcome;
    private boolean faulty;

    /** Says what the typed amount would do, without complaining beside the field: the person is still typing. */
    public void preview() {
        TypedAmount typed = typed();
        Money money = typed.money();
        faulty = money == null;
        if (money == null) {
            told = null;
            outcome = typed.fault() == TypedAmount.Fault.MISSING ? null : fault(typed);
        } else {
            tell(money);
        }
    }

    /** Records the transfer if the page has said what that does; else says it and asks again. */
    public void record() throws IOException {
        TypedAmount typed = typed();
        Optional<LocalDate> day = day();
        Money money = typed.money();
        if (money == null) {
            refuse("amount", fault(typed));
        }
        if (money == null || day.isEmpty()) {
            return;
        }
        if (!mark(money).equals(told)) {
            tell(money);
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text("console.payment.look"), null));
            return;
        }
        InvoiceView after = payments.recordAsTold(
                page.getInvoice().id(),
                new ReceivedTransfer(
                        money.minor(),
                        reference == null ? "" : reference.strip(),
                        day.get().atStartOfDay(ZoneOffset.UTC).toInstant()),
                page.getInvoice().amountDue());
        messages.afterRedirect("console.payment.done", shown(money));
        Redirects.to(faces, "/console/invoices/" + after.id());
    }

    private void tell(Money money) {
        told = mark(money);
        Money due = page.money(page.getInvoice().amountDue());
        int compared = money.compareTo(due);
        if (compared < 0) {
            outcome = text("console.payment.partial", shown(money), shown(due.subtract(money)), dueDate());
        } else {
            String paid = compared == 0
                    ? text("console.payment.full", shown(money))
                    : text("console.payment.over", shown(money), shown(money.subtract(due)));
            outcome = starts() ? paid + " " + text("console.payment.starts") : paid;
        }
    }

    // What was told depends on the amount and on what is due, and on nothing else.
    private String mark(Money money) {
        return money.minor() + "/" + page.getInvoice().amountDue();
    }

    private boolean starts() {
        UUID subscription = page.getInvoice().subscription();
        return subscription != null && subscriptions.get(subscription).status() == SubscriptionStatus.INCOMPLETE;
    }

    private String dueDate() {
        return Optional.ofNullable(page.getInvoice().dueAt())
                .map(Dates.of(faces)::date)
                .orElse("");
    }

    private TypedAmount typed() {
        return TypedAmount.read(
                amount, page.getInvoice().currency(), faces.getViewRoot().getLocale());
    }

    private Optional<LocalDate> day() {
        try {
            LocalDate day = LocalDate.parse(receivedOn == null ? "" : receivedOn);
            if (!day.isAfter(today())) {
                return Optional.of(day);
            }
            refuse("receivedOn", text("console.payment.future"));
        } catch (DateTimeException e) {
            refuse("receivedOn", text("console.payment.noDate"));
        }
        return Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String fault(TypedAmount typed) {
        TypedAmount.Fault fault = typed.fault();
        Money example = page.money(118_800);
        return fault == null
                ? ""
                : text(
                        fault.key(),
                        page.getInvoice().currency().getCurrencyCode(),
                        page.getInvoice().currency().getDefaultFractionDigits(),
                        shown(example));
    }

    private void refuse(String field, String sentence) {
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        faces.validationFailed();
    }

    private String shown(Money money) {
        return MoneyConverter.format(money, faces.getViewRoot().getLocale());
    }

    private String text(String key, Object... arguments) {
        return Texts.of(faces).text(key, arguments);
    }

    /** What recording the typed amount would do, or why it can't be read; null while nothing is typed. */
    public @Nullable String getOutcome() {
        return outcome;
    }

    /** True when {@link #getOutcome} is a complaint. */
    public boolean isFaulty() {
        return faulty;
    }

    public @Nullable String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = amount;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    /** The day as a date field writes it; today until somebody types another. */
    public String getReceivedOn() {
        return receivedOn == null ? getToday() : receivedOn;
    }

    public void setReceivedOn(@Nullable String receivedOn) {
        this.receivedOn = receivedOn;
    }

    public String getToday() {
        return today().toString();
    }

    public @Nullable String getTold() {
        return told;
    }

    public void setTold(@Nullable String told) {
        this.told = told;
    }
}
