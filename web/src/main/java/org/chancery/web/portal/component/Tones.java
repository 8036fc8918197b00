package org.chancery.web.portal.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.licensing.InstanceCondition;

/** Which tone and which word a status has, in the portal and the console; the words are a fixed vocabulary. */
@Named
@RequestScoped
public class Tones {

    private static final String OK = "ok";
    private static final String INFO = "info";
    private static final String WARN = "warn";
    private static final String BAD = "bad";
    private static final String NEUTRAL = "neutral";

    @Inject
    private Phrases phrases;

    @Inject
    private Clock clock;

    public String ofSubscription(SubscriptionStatus status) {
        return switch (status) {
            case ACTIVE -> OK;
            case TRIALING -> INFO;
            case INCOMPLETE -> WARN;
            case PAST_DUE, UNPAID -> BAD;
            case CANCELED, INCOMPLETE_EXPIRED -> NEUTRAL;
        };
    }

    public String wordOfSubscription(SubscriptionStatus status) {
        return phrases.text("subscription.status." + status.word());
    }

    public String ofInvoice(InvoiceView invoice) {
        return ofInvoice(invoice.status(), isOverdue(invoice));
    }

    public String ofInvoice(InvoiceStatus status, boolean overdue) {
        return switch (status) {
            case PAID -> OK;
            case OPEN -> overdue ? BAD : WARN;
            case DRAFT, VOID, UNCOLLECTIBLE -> NEUTRAL;
        };
    }

    public String wordOfInvoice(InvoiceView invoice) {
        return wordOfInvoice(invoice.status(), isOverdue(invoice));
    }

    public String wordOfInvoice(InvoiceStatus status, boolean overdue) {
        return phrases.text("invoice.status." + (overdue ? "overdue" : status.word()));
    }

    /** From the day after the due date on the reader's calendar: what is due today is not late. */
    public boolean isOverdue(InvoiceView invoice) {
        Instant due = invoice.dueAt();
        return due != null && invoice.status() == InvoiceStatus.OPEN && dates().isDayOver(due, clock.instant());
    }

    private static Dates dates() {
        return Dates.of(FacesContext.getCurrentInstance());
    }

    /** @param status the public word of a license's status */
    public String ofLicense(String status) {
        return switch (status) {
            case "active" -> OK;
            case "pending" -> WARN;
            case "suspended" -> BAD;
            default -> NEUTRAL;
        };
    }

    /** @param status the public word of a license's status */
    public String wordOfLicense(String status) {
        return phrases.text("license.status." + status);
    }

    public String ofInstance(InstanceCondition condition) {
        return switch (condition) {
            case ONLINE -> OK;
            case LATE, OVER_LIMIT -> WARN;
            case SILENT, LAPSED -> BAD;
            case RELEASED, DEACTIVATED -> NEUTRAL;
        };
    }

    public String wordOfInstance(InstanceCondition condition) {
        return phrases.text("instance.condition." + condition.name().toLowerCase(Locale.ROOT));
    }
}
