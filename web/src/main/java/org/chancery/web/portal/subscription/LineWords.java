package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.QuoteView;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** Priced lines in words: what is charged, what is given back, for which days. */
@Named
@RequestScoped
public class LineWords {

    private static final String ADD_ON = "add_on";

    @Inject
    private Phrases phrases;

    public String ofQuote(QuoteView.Line line) {
        return words(line.kind(), line.description(), line.quantity(), line.amount());
    }

    public String ofInvoice(InvoiceView.Line line) {
        return words(line.kind(), line.description(), line.quantity(), line.amount());
    }

    private String words(String kind, String description, int quantity, long amount) {
        String thing = kind.equals(ADD_ON) ? phrases.text("order.line.addOn", quantity, description) : description;
        return amount < 0 ? phrases.text("line.unused", thing) : thing;
    }

    /** The days it is for; empty when it is for none. */
    public String span(@Nullable ServicePeriod period) {
        return period == null ? "" : phrases.text("line.span", period.start(), period.end());
    }
}
