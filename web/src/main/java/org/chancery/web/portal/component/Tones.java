package org.chancery.web.portal.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Locale;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.licensing.InstanceCondition;

/** Which tone and which word a status has; the words are a fixed vocabulary. */
@Named
@RequestScoped
public class Tones {

    @Inject
    private Phrases phrases;

    @Inject
    private Clock clock;

    public String ofSubscription(SubscriptionStatus status) {
        return switch (status) {
            case ACTIVE -> "ok";
            case TRIALING -> "info";
            case INCOMPLETE -> "warn";
            case PAST_DUE, UNPAID -> "bad";
            case CANCELED, INCOMPLETE_EXPIRED -> "neutral";
        };
    }

    public String wordOfSubscription(SubscriptionStatus status) {
        return phrases.text("subscription.status." + status.word());
    }

    public String ofInvoice(InvoiceView invoice) {
        return switch (invoice.status()) {
            case PAID -> "ok";
            case OPEN -> isOverdue(invoice) ? "bad" : "warn";
            default -> "neutral";
        };
    }

    public String wordOfInvoice(InvoiceView invoice) {
        return phrases.text(
                isOverdue(invoice)
                        ? "invoice.status.overdue"
                        : "invoice.status." + invoice.status().word());
    }

    public boolean isOverdue(InvoiceView invoice) {
        return invoice.isOverdueAt(clock.instant());
    }

    public String ofInstance(InstanceCondition condition) {
        return switch (condition) {
            case ONLINE -> "ok";
            case LATE, OVER_LIMIT -> "warn";
            case SILENT -> "bad";
            case RELEASED, DEACTIVATED -> "neutral";
        };
    }

    public String wordOfInstance(InstanceCondition condition) {
        return phrases.text("instance.condition." + condition.name().toLowerCase(Locale.ROOT));
    }
}
